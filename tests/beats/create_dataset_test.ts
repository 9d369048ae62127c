import assert from "node:assert/strict";
import { createDataset, type Dataset, fitStandardizer, type Split } from "lib/beats/mod.ts";
import { makeBeats } from "./make_beats.ts";

const labels = Array.from({ length: 50 }, (_, index) => index % 5);
const beats = [...makeBeats("a", labels), ...makeBeats("b", labels), ...makeBeats("c", labels)];
const byRecord: Split = {
  name: "by record",
  partOf: ({ record }) => record === "a" ? "test" : record === "b" ? "train" : undefined,
};

Deno.test("createDataset() puts beats where the split says and leaves out the others", () => {
  const { train, validation, test } = createDataset(beats, byRecord);
  assert.equal(train.labels.length, 45);
  assert.equal(validation.labels.length, 5);
  assert.equal(test.labels.length, 50);
  assert.ok([...train.provenance, ...validation.provenance].every(({ record }) => record === "b"));
  assert.ok(test.provenance.every(({ record }) => record === "a"));
});

Deno.test("createDataset() carries row, label and place of every beat", () => {
  const { test } = createDataset(beats, byRecord);
  assert.deepEqual(test.inputs.beat!.shape, [187, 1]);
  beats.slice(0, 50).forEach((beat, row) => {
    assert.deepEqual(test.inputs.beat!.values.slice(row * 187, (row + 1) * 187), beat.row);
    assert.equal(test.labels[row], beat.label);
    const { record, sample, symbol } = beat;
    assert.deepEqual(test.provenance[row], { record, sample, symbol });
  });
});

Deno.test("createDataset() sorts test rows by the split's order", () => {
  const { test } = createDataset(beats, {
    ...byRecord,
    testOrder: ({ annotation }) => -annotation,
  });
  assert.equal(test.provenance[0]!.sample, 49 * 300);
  assert.equal(test.provenance[49]!.sample, 0);
});

Deno.test("createDataset() says where the data comes from", () => {
  const source = { name: "made", synthetic: true };
  const parts = createDataset(beats, byRecord, { source });
  for (const part of Object.values(parts)) assert.deepEqual(part.source, source);
  const named = { name: "named by the split", synthetic: false };
  assert.deepEqual(createDataset(beats, { ...byRecord, source: named }).train.source, named);
  assert.equal(createDataset(beats, byRecord).test.source.name, "unnamed records");
});

Deno.test("createDataset() refuses a beat given twice", () => {
  assert.throws(() => createDataset([...beats, beats[7]!], byRecord), {
    message: "Cannot create a dataset: every beat must be given once " +
      'but annotation 7 of record "a" is given twice',
  });
});

Deno.test("createDataset() refuses a split that leaves a part empty", () => {
  const none: Split = { name: "none", partOf: () => "train" };
  assert.throws(() => createDataset(beats, none), {
    message: 'Cannot create a dataset: the split "none" must give test rows ' +
      "but gives none of the 150 beats",
  });
});

Deno.test("Dataset<Role> keeps test rows out of what is fitted on training rows", () => {
  const { train, test } = createDataset(beats, byRecord);
  fitStandardizer(train);
  // @ts-expect-error: a dataset to test on is none to train on
  assert.throws(() => fitStandardizer(test));
  // @ts-expect-error: nor is a dataset of any role
  assert.throws(() => fitStandardizer(test as Dataset));
});
