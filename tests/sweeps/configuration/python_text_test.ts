import assert from "node:assert/strict";
import { Float, isMapping, type Value } from "lib/sweeps/configuration/float.ts";
import { pythonFloat, pythonJson, pythonText } from "lib/sweeps/configuration/python_text.ts";
import golden from "../../fixtures/sweeps/python_text.golden.json" with { type: "json" };

const rows = (golden as [Value, string, string][]).map(([value, text, json]) =>
  [revive(value), text, json] as const
);

Deno.test("pythonText() prints what Python's str() prints", () => {
  for (const [value, text] of rows) assert.equal(pythonText(value), text);
});

Deno.test("pythonJson() prints what Python's json.dumps() prints", () => {
  for (const [value, , json] of rows) assert.equal(pythonJson(value), json);
});

Deno.test("pythonFloat() keeps the point of a whole float and Python's exponents", () => {
  assert.deepEqual([3, 1e-5, 1e16, 1e15].map(pythonFloat), [
    "3.0",
    "1e-05",
    "1e+16",
    "1000000000000000.0",
  ]);
});

function revive(value: Value): Value {
  if (Array.isArray(value)) return value.map(revive);
  if (!isMapping(value)) return value;
  if ("float" in value) return new Float(parseFloatText(String(value.float)));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]));
}

function parseFloatText(text: string): number {
  return { inf: Infinity, "-inf": -Infinity, nan: NaN }[text] ?? Number(text);
}
