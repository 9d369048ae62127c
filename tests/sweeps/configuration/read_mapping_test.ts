import assert from "node:assert/strict";
import { Float } from "lib/sweeps/configuration/float.ts";
import { readMapping, type Rules } from "lib/sweeps/configuration/read_mapping.ts";

const rules: Rules = {
  size: { kind: "integer", above: 0, required: true },
  rate: { kind: "number", default: 1 },
  mode: { kind: "text", oneOf: ["a", "b", "c"] },
  on: { kind: "boolean" },
};

function read(value: Parameters<typeof readMapping>[0]) {
  const findings = { faults: [] as string[], warnings: [] as string[] };
  return { keys: readMapping(value, rules, { path: "top", findings }), ...findings };
}

Deno.test("readMapping() fills defaults and keeps good keys", () => {
  assert.deepEqual(read({ size: 3, mode: "b", on: false }), {
    keys: { size: 3, rate: 1, mode: "b", on: false },
    faults: [],
    warnings: [],
  });
});

Deno.test("readMapping() says for each bad key what would be right", () => {
  assert.deepEqual(read({ size: new Float(3), mode: "d", on: "yes", extra: 1 }).faults, [
    "top.extra: is no known key here; known are size, rate, mode, on",
    "top.size: must be an integer (without a point) greater than 0 but is 3.0",
    'top.mode: must be "a", "b" or "c" but is "d"',
    'top.on: must be true or false but is "yes"',
  ]);
  assert.match(read({ size: 3, constructor: 1 }).faults[0]!, /^top.constructor: is no known key/);
  assert.deepEqual(read([]).faults, ["top: must be a mapping but is []"]);
  assert.deepEqual(read({}).faults, [
    "top.size: is missing; must be an integer (without a point) greater than 0",
  ]);
});

Deno.test("readMapping() reads 2e5 as a number and warns how YAML 1.1 wants it", () => {
  const { keys, warnings } = read({ size: 1, rate: "2e5" });
  assert.deepEqual(keys.rate, new Float(2e5));
  assert.match(warnings[0]!, /write 2\.0e\+5$/);
});
