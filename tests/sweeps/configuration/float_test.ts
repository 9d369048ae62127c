import assert from "node:assert/strict";
import { Float, isMapping, isNumeric, toNumber, toPlain } from "lib/sweeps/configuration/float.ts";

Deno.test("a Float is a number of its own kind", () => {
  assert.ok(isNumeric(new Float(1)) && isNumeric(1) && !isNumeric(true) && !isNumeric("1"));
  assert.equal(toNumber(new Float(0.5)), 0.5);
  assert.equal(JSON.stringify({ x: new Float(0.5) }), '{"x":0.5}');
  assert.equal(`${new Float(0.5)} of ${[new Float(1.5), 2]}`, "0.5 of 1.5,2");
});

Deno.test("toPlain() copies a value with plain numbers", () => {
  const value = { a: [new Float(1), 2, null], b: { c: new Float(0.5) } };
  assert.deepEqual(toPlain(value), { a: [1, 2, null], b: { c: 0.5 } });
});

Deno.test("isMapping() is true for objects that are no list, no Float and not null", () => {
  assert.deepEqual([{}, [], null, new Float(1), "x"].map(isMapping), [
    true,
    false,
    false,
    false,
    false,
  ]);
});
