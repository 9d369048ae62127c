import assert from "node:assert/strict";
import { disagreements } from "lib/evaluation/mod.ts";

const labels = Uint8Array.of(0, 1, 1);
const dataset = {
  labels,
  provenance: [
    { record: "100", sample: 360, symbol: "N" },
    { record: "100", sample: 720, symbol: "A" },
    { record: "", sample: -1, symbol: "" },
  ],
};
const evaluation = (model: string, ofFirst: number[]) => ({
  model,
  labels,
  predicted: Uint8Array.from(ofFirst, (share) => share >= 0.5 ? 0 : 1),
  probabilities: Float32Array.from(ofFirst.flatMap((share) => [share, 1 - share])),
});

Deno.test("disagreements() lists the beats that models take for different classes, the surest first", () => {
  const found = disagreements(
    [evaluation("a", [0.75, 0.75, 0.25]), evaluation("b", [0.75, 0.375, 0.875])],
    dataset,
  );
  assert.deepEqual(found.map(({ row }) => row), [2, 1]);
  assert.deepEqual(found[1], {
    row: 1,
    record: "100",
    time: 2,
    symbol: "A",
    actual: "S",
    votes: [
      { model: "a", predicted: "N", probability: 0.75 },
      { model: "b", predicted: "S", probability: 0.625 },
    ],
  });
  assert.ok(Number.isNaN(found[0]!.time));
});

Deno.test("disagreements() of one model are none", () => {
  assert.deepEqual(disagreements([evaluation("a", [0.75, 0.75, 0.25])], dataset), []);
});
