import assert from "node:assert/strict";
import { checkProbabilities } from "lib/metrics/probabilities/check_probabilities.ts";

Deno.test("checkProbabilities() passes rows of 32-bit probabilities", () => {
  checkProbabilities(Uint8Array.of(1, 0), Float32Array.of(0.1, 0.9, 1.0000002, 0), 2);
});

Deno.test("checkProbabilities() refuses what cannot be scored", () => {
  const refused: [number[], number[], RegExp][] = [
    [[], [], /wanted at least one row, found none/],
    [[0], [0.5, 0.3, 0.2], /wanted 2 probabilities for each of 1 rows, found 3 in all/],
    [[2], [0.5, 0.5], /wanted classes from 0 to 1, found 2 in row 0/],
    [[0, 1], [0.5, 0.5, -0.1, 1.1], /wanted probabilities from 0 to 1, found -0.1 in row 1/],
    [[0], [NaN, 1], /found NaN in row 0/],
  ];
  for (const [actual, probabilities, message] of refused) {
    assert.throws(() => checkProbabilities(actual, probabilities, 2), message);
  }
});
