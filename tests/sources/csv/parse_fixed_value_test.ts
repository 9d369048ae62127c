import assert from "node:assert/strict";
import { parseFixedValue } from "lib/sources/csv/parse_fixed_value.ts";
import texts from "../../fixtures/beats/texts.json" with { type: "json" };

function parse(text: string): number {
  const bytes = new TextEncoder().encode(`xx${text}`);
  return parseFixedValue(new DataView(bytes.buffer), 2);
}

Deno.test("parseFixedValue() reads what C's %.18e prints, bit for bit", () => {
  for (const [value, text] of texts as [number, string][]) assert.equal(parse(text), value, text);
});

Deno.test("parseFixedValue() gives NaN for any byte of another form, wherever it is", () => {
  const form = /^[1-9]\.\d{18}e[+-]\d\d$/;
  const bytes = new TextEncoder().encode("5.512345678901234567e-01");
  const decoder = new TextDecoder("latin1");
  for (let place = 0; place < bytes.length; place++) {
    for (let byte = 0; byte < 256; byte++) {
      const changed = Uint8Array.from(bytes);
      changed[place] = byte;
      const text = decoder.decode(changed);
      const value = parseFixedValue(new DataView(changed.buffer), 0);
      assert.equal(value, form.test(text) ? Math.fround(Number(text)) : NaN, text);
    }
  }
});

Deno.test("parseFixedValue() leaves numbers that start with 0, ties and overflow to others", () => {
  for (
    const text of [
      "0.000000000000000001e+00",
      "1.000000059604644775e+00",
      "9.000000000000000000e+38",
    ]
  ) assert.ok(Number.isNaN(parse(text)), text);
});
