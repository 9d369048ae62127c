import assert from "node:assert/strict";
import { requireSameRows } from "lib/evaluation/require_same_rows.ts";

const a = { model: "a", labels: Uint8Array.of(0, 1) };

Deno.test("requireSameRows() passes models of the same rows, and one alone", () => {
  requireSameRows([a, { ...a, model: "b" }, { ...a, model: "c" }], "compare");
  requireSameRows([a], "compare");
  requireSameRows([], "compare");
});

Deno.test("requireSameRows() says which model is of other rows, and for what they were wanted", () => {
  const others = { model: "c", labels: Uint8Array.of(0, 2) };
  assert.throws(
    () => requireSameRows([a, { ...a, model: "b" }, others], "weigh"),
    /Cannot weigh "a" and "c": wanted evaluations of the same rows, found other labels \(2 and 2 rows\)/,
  );
  assert.throws(
    () => requireSameRows([a, { model: "b", labels: Uint8Array.of(0) }], "weigh"),
    /2 and 1 rows/,
  );
});
