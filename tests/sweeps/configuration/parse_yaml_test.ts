import assert from "node:assert/strict";
import { Float, type Value } from "lib/sweeps/configuration/float.ts";
import { parseYaml } from "lib/sweeps/configuration/parse_yaml.ts";
import { pythonFloat } from "lib/sweeps/configuration/python_text.ts";
import golden from "../../fixtures/sweeps/yaml.golden.json" with { type: "json" };

Deno.test("parseYaml() reads every plain scalar as PyYAML does", () => {
  for (const [text, type, value] of golden as [string, string, unknown][]) {
    const read = parseYaml(text);
    assert.deepEqual([text, pythonType(read)], [text, type]);
    assert.deepEqual(read instanceof Float ? pythonFloat(read.value) : read, value, text);
  }
});

Deno.test("parseYaml() reads nested mappings, lists, anchors and merge keys", () => {
  const text = "base: &base {q: 1.0}\nlist:\n- 1\n- 2.0\ncopy: {<<: *base, x: 3}";
  assert.deepEqual(parseYaml(text), {
    base: { q: new Float(1) },
    list: [1, new Float(2)],
    copy: { q: new Float(1), x: 3 },
  });
});

Deno.test("parseYaml() names the line where the text is no YAML", () => {
  assert.throws(() => parseYaml("method: grid\nparameters: [1, 2"), /\(\d+:\d+\)/);
});

function pythonType(value: Value): string {
  if (value === null) return "NoneType";
  if (value instanceof Float) return "float";
  return { boolean: "bool", number: "int", string: "str" }[typeof value as string] ?? "object";
}
