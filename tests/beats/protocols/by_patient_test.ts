import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  auditDataset,
  byPatient,
  createDataset,
  ds1,
  ds2,
  validationRecords,
} from "lib/beats/mod.ts";
import { choosePatientSplit } from "lib/beats/protocols/by_patient.ts";
import { makeBeats } from "../make_beats.ts";

const paced = ["102", "104", "107", "217"];
const published = [...ds1, ...ds2, ...paced];
const beats = published.flatMap((record) => makeBeats(record, [0, 1, 2, 3, 4]));
const recordsOf = ({ provenance }: { provenance: { record: string }[] }) =>
  [...new Set(provenance.map(({ record }) => record))].sort();

Deno.test("DS1, DS2 and the paced records are the 48 of the database, each once", () => {
  assert.deepEqual([ds1.length, ds2.length], [22, 22]);
  const sums = readFileSync(
    new URL("../../../lib/sources/mit_bih_annotations.ts", import.meta.url),
    "utf8",
  );
  const names = [...sums.matchAll(/(\d{3}) [0-9a-f]{16}/g)].map(([, name]) => name!);
  assert.deepEqual(published.toSorted(), names.sort());
});

Deno.test("byPatient() trains on DS1, validates on whole records of it and tests on DS2", () => {
  const { train, validation, test } = createDataset(beats, byPatient());
  assert.deepEqual(recordsOf(validation), [...validationRecords].sort());
  assert.deepEqual(recordsOf(train), ds1.filter((one) => !validationRecords.includes(one)).sort());
  assert.deepEqual(recordsOf(test), ds2.filter((one) => one !== "202").sort());
  assert.ok([train, validation, test].every(({ labels }) => !labels.includes(4)));
});

Deno.test("no patient is in two parts, but 201's with record 202", () => {
  const without = createDataset(beats, byPatient());
  assert.deepEqual(auditDataset(without).sharedPatients, []);
  const with202 = createDataset(beats, byPatient({ with202: true }));
  assert.deepEqual(auditDataset(with202).sharedPatients, ["201"]);
});

Deno.test("byPatient() keeps class Q where it is asked to", () => {
  const { test } = createDataset(beats, byPatient({ withQ: true }));
  assert.ok(test.labels.includes(4));
});

Deno.test("choosePatientSplit() counts patients, of whom 201 and 202 are one, for its folds", () => {
  const records = ["201", "202", "203", "205"];
  const own = records.flatMap((record) => makeBeats(record, [0, 1]));
  const { name } = choosePatientSplit(own, { name: "a few records", synthetic: false });
  assert.equal(name, "by patient, fold 1 of 3");
});

Deno.test("records to validate on must be of DS1", () => {
  assert.throws(() => byPatient({ validation: ["100"] }), /record "100" must be one of DS1/);
});
