import assert from "node:assert/strict";
import { classCounts, takeRows } from "lib/beats/mod.ts";
import { madeAudit, makeDataset } from "../make_beats.ts";

const labels = Array.from({ length: 100 }, (_, row) => row % 10 === 0 ? 2 : 0);

Deno.test("takeRows() takes the rows asked for, in their order, from every part of the dataset", () => {
  const taken = takeRows(makeDataset("test", labels), [20, 3, 20]);
  assert.deepEqual(taken, {
    role: "test",
    inputs: {
      beat: { shape: [2, 1], values: Float32Array.of(20, 20, 3, 3, 20, 20) },
      rhythm: { shape: [1], values: Float32Array.of(-20, -3, -20) },
    },
    labels: Uint8Array.of(2, 0, 2),
    provenance: [20, 3, 20].map((sample) => ({ record: "made", sample, symbol: "N" })),
    source: { name: "made", synthetic: true },
    audit: madeAudit,
  });
});

Deno.test("takeRows() copies", () => {
  const dataset = makeDataset("train", labels);
  const taken = takeRows(dataset, [1]);
  taken.inputs.beat!.values[0] = 99;
  taken.provenance[0]!.record = "other";
  assert.equal(dataset.inputs.beat!.values[2], 1);
  assert.equal(dataset.provenance[1]!.record, "made");
});

Deno.test("takeRows() with a number keeps classes in their shares and repeats for a seed", () => {
  const dataset = makeDataset("train", labels);
  const taken = takeRows(dataset, 20);
  assert.deepEqual(classCounts(taken.labels), [18, 0, 2, 0, 0]);
  assert.deepEqual(takeRows(dataset, 20), taken);
  assert.notDeepEqual(takeRows(dataset, 20, { seed: 1 }).provenance, taken.provenance);
  assert.equal(takeRows(dataset, 1000).labels.length, 100);
});

Deno.test("takeRows() refuses rows that are not there", () => {
  for (const row of [-1, 100, 1.5]) {
    assert.throws(() => takeRows(makeDataset("train", labels), [0, row]), {
      name: "RangeError",
      message: `Cannot take row ${row}: a row must be a whole number from 0 to 99`,
    });
  }
});
