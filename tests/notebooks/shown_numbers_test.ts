import assert from "node:assert/strict";
import { isRounded, numbersIn } from "./shown_numbers.ts";

Deno.test("numbersIn() reads numbers and leaves names alone", () => {
  assert.deepEqual(numbersIn("macro-F1 0.920 of 21,892 rows; rnn_2, 80 %, -0.5, record 232."), [
    "0.920",
    "21892",
    "80",
    "-0.5",
    "232",
  ]);
});

Deno.test("isRounded() takes fewer decimals for the same number, and no more", () => {
  assert.ok(isRounded("0.92", "0.9199"));
  assert.ok(isRounded("232", "232"));
  assert.ok(!isRounded("0.921", "0.9199"));
  assert.ok(!isRounded("0.92", "0.9"));
});
