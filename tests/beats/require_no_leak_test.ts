import assert from "node:assert/strict";
import { createDataset, ds1, fitStandardizer, mitBihSource, requireNoLeak } from "lib/beats/mod.ts";
import type { Beat, DatasetParts, Split } from "lib/beats/mod.ts";
import { madeAudit, makeBeats, makeDataset, makeParts } from "./make_beats.ts";

const byPatient = { name: "planted", by: "patient" } as const;
const refused = (parts: DatasetParts, rules: Parameters<typeof requireNoLeak>[1], why: RegExp) =>
  assert.throws(() => requireNoLeak(parts, rules), why);

Deno.test("requireNoLeak() gives parts without a leak back, marked as looked through together", () => {
  const { train, validation, test } = requireNoLeak(makeParts(), byPatient);
  assert.ok(train.audit && train.audit === validation.audit && train.audit === test.audit);
});

Deno.test("a planted patient in two parts is caught, by patient alone", () => {
  const parts = makeParts();
  parts.test.provenance[0] = { ...parts.test.provenance[0]!, record: "record 0", sample: 99 };
  refused(parts, byPatient, /patients record 0 are in two parts/);
  requireNoLeak(parts, { name: "by beat" });
  requireNoLeak(parts, { ...byPatient, knownShared: ["record 0"] });
});

Deno.test("record 202 beside 201 is caught: they are one patient's", () => {
  const parts = makeParts();
  parts.train.provenance.forEach((place) => place.record = "201");
  parts.test.provenance.forEach((place) => place.record = "202");
  refused(parts, byPatient, /patients 201 are in two parts/);
});

Deno.test("a planted beat in two parts is caught, and a row of equal values under another name", () => {
  const parts = makeParts();
  parts.test.provenance[0] = { ...parts.train.provenance[0]! };
  refused(parts, { name: "by beat" }, /1 beats are in two parts/);
  const copied = makeParts();
  copied.test.inputs.beat!.values.set(copied.train.inputs.beat!.values.subarray(2, 4));
  refused(copied, { name: "by beat" }, /1 rows have the values of a row in another part/);
});

Deno.test("rows repeated or changed before the split are caught", () => {
  for (const part of ["train", "validation", "test"] as const) {
    const parts = makeParts();
    const twice = makeDataset(part, [0, 0]);
    twice.inputs.beat!.values.forEach((_, i, values) => values[i] = 77 + i); // changed a little
    twice.provenance.forEach((place) => Object.assign(place, { record: "own", sample: 5 }));
    refused(
      { ...parts, [part]: twice },
      { name: "by beat" },
      new RegExp(`stands twice in the ${part} part`),
    );
  }
});

Deno.test("rows of one role given as another part are caught", () => {
  const parts = makeParts();
  refused(
    { ...parts, validation: parts.test as never },
    byPatient,
    /test rows are given as the valid/,
  );
});

Deno.test("DS2 used to train or to choose by is caught", () => {
  const split = (validation: string): Split => ({
    name: "planted",
    by: "patient",
    source: mitBihSource,
    partOf: ({ record }: Beat) =>
      record === "100" ? "test" : record === validation ? "validation" : "train",
  });
  const beats = ["100", "103", "101"].flatMap((record) => makeBeats(record, [0, 1, 2]));
  assert.throws(() => createDataset(beats, split("103")), /record 103 of DS2 is used to train or/);
  assert.throws(() => createDataset(beats, split("101")), /record 103 of DS2 is used to train or/);
  createDataset(ds1.concat("100").flatMap((record) => makeBeats(record, [0, 1])), split("101"));
});

Deno.test("statistics are fitted on looked-through training rows alone", () => {
  const { train, validation } = makeParts();
  const { audit: _, ...unchecked } = train;
  fitStandardizer(train);
  assert.throws(() => fitStandardizer(validation as never), /found validation rows/);
  assert.throws(() => fitStandardizer(unchecked), /found unchecked train rows/);
  // All rows together, by whatever hand, were looked through by nobody.
  const all = { ...unchecked, labels: Uint8Array.of(...train.labels, ...validation.labels) };
  assert.throws(() => fitStandardizer(all), /found unchecked train rows/);
  assert.equal(madeAudit.split, "made");
});
