import assert from "node:assert/strict";
import { sharedMistakes } from "lib/evaluation/mod.ts";

const labels = Uint8Array.of(0, 0, 1, 1);
const evaluation = (model: string, ...predicted: number[]) => ({
  model,
  labels,
  predicted: Uint8Array.from(predicted),
});

Deno.test("sharedMistakes() counts what two models get wrong together, and each alone on the diagonal", () => {
  const shared = sharedMistakes([evaluation("a", 1, 1, 1, 1), evaluation("b", 1, 0, 0, 1)]);
  assert.deepEqual(shared, {
    models: ["a", "b"],
    counts: [[2, 1], [1, 2]],
    everyone: 1,
    anyone: 3,
    rows: 4,
  });
});

Deno.test("sharedMistakes() of one model are its errors", () => {
  const { counts, everyone, anyone } = sharedMistakes([evaluation("a", 1, 1, 1, 1)]);
  assert.deepEqual([counts, everyone, anyone], [[[2]], 2, 2]);
});

Deno.test("sharedMistakes() wants a model, and all of the same rows", () => {
  assert.throws(() => sharedMistakes([]), /wanted at least one model/);
  const other = { ...evaluation("b", 0), labels: Uint8Array.of(0) };
  assert.throws(() => sharedMistakes([evaluation("a", 0, 0, 1, 1), other]), /the same rows/);
});
