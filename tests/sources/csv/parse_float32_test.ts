import assert from "node:assert/strict";
import { parseFloat32 } from "lib/sources/csv/parse_float32.ts";

Deno.test("parseFloat32() reads every usual way to write a number", () => {
  const cases: [string, number][] = [
    ["0", 0],
    ["1", 1],
    ["-2.5", -2.5],
    ["+.5", 0.5],
    ["3.", 3],
    ["1e3", 1000],
    ["1.25E-2", Math.fround(0.0125)],
    ["0.000000000000000000e+00", 0],
    ["1e-400", 0],
  ];
  for (const [text, value] of cases) assert.equal(parseFloat32(text), value, text);
});

Deno.test("parseFloat32() gives NaN for what is no number and for what 32 bits cannot hold", () => {
  for (const text of ["", ".", "-", "e5", "1e", "0x10", "1,5", " 1", "1 ", "NaN", "inf", "1e39"]) {
    assert.ok(Number.isNaN(parseFloat32(text)), text);
  }
});

Deno.test("parseFloat32() rounds once, not first to 64 bits and then to 32", () => {
  // 1 + 2^-24 lies half-way between 1 and the next 32-bit number, 1 + 2^-23.
  const half = "1.000000059604644775390625";
  const next = 1 + 2 ** -23;
  assert.equal(parseFloat32(half), 1);
  assert.equal(parseFloat32(half + "0000000000000001"), next);
  assert.equal(Math.fround(Number(half + "0000000000000001")), 1);
  assert.equal(parseFloat32("1.0000000596046447753906249999999999"), 1);
  // 1 + 3 * 2^-24 lies half-way between 1 + 2^-23 and 1 + 2^-22, which is even.
  assert.equal(parseFloat32("1.000000178813934326171875"), 1 + 2 ** -22);
  assert.equal(parseFloat32("1.0000001788139343261718749999999999"), next);
  assert.equal(parseFloat32("-1.0000001788139343261718749999999999"), -next);
  assert.equal(parseFloat32("10000001788139343261718749999999999e-34"), next);
});
