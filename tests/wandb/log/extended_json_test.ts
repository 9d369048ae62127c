import assert from "node:assert/strict";
import { parseExtendedJson, stringifyExtendedJson } from "lib/wandb/log/extended_json.ts";

Deno.test("stringifyExtendedJson() writes numbers that are not finite bare, everything else as JSON", () => {
  const value = {
    a: [NaN, Infinity, -Infinity, 1.5],
    b: "NaN",
    c: undefined,
    d: null,
    e: new Date(0),
  };
  assert.equal(
    stringifyExtendedJson(value),
    '{"a":[NaN,Infinity,-Infinity,1.5],"b":"NaN","d":null,"e":"1970-01-01T00:00:00.000Z"}',
  );
  assert.equal(stringifyExtendedJson(undefined), "null");
});

Deno.test("parseExtendedJson() reads it back, texts that look like it included", () => {
  const text = '{"loss":NaN,"list":[-Infinity,Infinity,2],"say \\"NaN\\"":"Infinity"}';
  assert.deepEqual(parseExtendedJson(text), {
    loss: NaN,
    list: [-Infinity, Infinity, 2],
    'say "NaN"': "Infinity",
  });
  assert.ok(Number.isNaN(parseExtendedJson("NaN")));
  assert.throws(() => parseExtendedJson("{NaN}"), SyntaxError);
});
