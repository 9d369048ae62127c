import assert from "node:assert/strict";
import { type Dataset } from "lib/beats/mod.ts";
import { chosenRows } from "lib/tasks/helpers/chosen_rows.ts";

/** Rows of one value, which is their number. */
const part: Dataset<"train"> = {
  role: "train",
  inputs: { beat: { shape: [1], values: Float32Array.of(0, 1, 2, 3, 4, 5) } },
  labels: Uint8Array.of(0, 1, 0, 2, 0, 0),
  provenance: Array.from({ length: 6 }, (_, sample) => ({ record: "r", sample, symbol: "N" })),
  source: { name: "six rows", synthetic: true },
};

Deno.test("chosenRows() gives all rows of a configuration that chooses none", () => {
  assert.equal(chosenRows(part, {}), part);
  assert.equal(chosenRows(part, { normalOnly: false, limit: 0 }), part);
});

Deno.test("chosenRows() gives rows of class N alone, and of these as many as are wanted", () => {
  const values = (normalOnly: boolean, limit: number) => [
    ...chosenRows(part, { normalOnly, limit }).inputs.beat!.values,
  ];
  assert.deepEqual(values(true, 0), [0, 2, 4, 5]);
  const two = values(true, 2);
  assert.equal(two.length, 2);
  assert.ok(two.every((row) => part.labels[row] === 0));
  assert.equal(values(false, 3).length, 3);
  assert.deepEqual(values(true, 9), [0, 2, 4, 5], "no more than there are");
});
