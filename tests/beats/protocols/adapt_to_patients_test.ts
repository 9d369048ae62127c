import assert from "node:assert/strict";
import {
  adaptToPatients,
  type Beat,
  byPatient,
  choosePatientSplit,
  createDataset,
  ds1,
  ds2,
  mitBihSource,
  protocols,
} from "lib/beats/mod.ts";
import { makeBeats } from "../make_beats.ts";

/** A beat every minute, for twenty minutes. */
const beats: Beat[] = [...ds1, ...ds2].flatMap((record) =>
  makeBeats(record, Array.from({ length: 20 }, (_, i) => i % 5))
    .map((beat, minute) => ({ ...beat, sample: minute * 60 * 360 }))
);

Deno.test("adaptToPatients() trains on the first five minutes of test records and tests the others", () => {
  const { train, validation, test } = createDataset(beats, adaptToPatients(byPatient()));
  const labelled = train.provenance.filter(({ record }) => ds2.includes(record));
  assert.equal(labelled.length, 21 * 4); // minutes 0 to 4 without the beat of class Q
  assert.ok(labelled.every(({ sample }) => sample < 300 * 360));
  assert.ok(test.provenance.every(({ sample }) => sample >= 300 * 360));
  assert.ok(validation.provenance.every(({ record }) => ds1.includes(record)));
});

Deno.test("a beat after the labelled time that is trained on is a leak", () => {
  const split = adaptToPatients(byPatient());
  const leaky = {
    ...split,
    partOf: (beat: Beat) =>
      beat.record === "100" && beat.sample === 360 * 600 ? "train" : split.partOf(beat),
  } as const;
  assert.throws(() => createDataset(beats, leaky), /patients 100 are in two parts/);
});

Deno.test("choosePatientSplit() is DS1 to DS2 for their records, and folds of patients for others", () => {
  assert.equal(choosePatientSplit(beats, mitBihSource).name, byPatient().name);
  const own = ["a", "b", "c", "d"].flatMap((record) => makeBeats(record, [0, 1, 4]));
  const split = choosePatientSplit(own, { name: "own", synthetic: false });
  const { train, test } = createDataset(own, split);
  assert.ok(!train.labels.includes(4) && !test.labels.includes(4));
});

Deno.test("more beats to train on go through the same audit", () => {
  const more = makeBeats("svdb/800", [0, 1, 4]).filter(({ label }) => label < 4);
  const { train } = createDataset(beats, byPatient(), { more });
  assert.equal(train.provenance.filter(({ record }) => record === "svdb/800").length, 2);
  const leaky = beats.filter(({ record, label }) => record === "100" && label < 4)
    .map((beat) => ({ ...beat, record: "svdb/801" }));
  assert.throws(() => createDataset(beats, byPatient(), { more: leaky }), /rows have the values/);
});

Deno.test("every protocol leads from records to parts", () => {
  assert.deepEqual(Object.keys(protocols), ["by_beat", "by_patient", "by_patient_adapted"]);
});
