import assert from "node:assert/strict";
import { formatShare } from "lib/annotation/mod.ts";

Deno.test("formatShare() gives small shares a second decimal", () => {
  assert.deepEqual([0, 0.0042, 0.01, 0.5, 1].map(formatShare), [
    "0.0 %",
    "0.42 %",
    "1.0 %",
    "50.0 %",
    "100.0 %",
  ]);
});
