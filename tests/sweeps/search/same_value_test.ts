import assert from "node:assert/strict";
import { Float } from "lib/sweeps/configuration/float.ts";
import { sameValue } from "lib/sweeps/search/same_value.ts";

Deno.test("sameValue() holds 3 and 3.0 equal, but not 1 and true or 1 and '1'", () => {
  assert.ok(sameValue(3, new Float(3)));
  assert.ok(!sameValue(1, true));
  assert.ok(!sameValue(1, "1"));
});

Deno.test("sameValue() compares lists in order and mappings by key", () => {
  assert.ok(sameValue({ a: [1, null], b: "x" }, { b: "x", a: [new Float(1), null] }));
  assert.ok(!sameValue([1, 2], [2, 1]));
});
