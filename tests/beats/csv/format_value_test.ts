import assert from "node:assert/strict";
import { formatValue } from "lib/beats/mod.ts";
import texts from "../../fixtures/beats/texts.json" with { type: "json" };

Deno.test("formatValue() prints what C's %.18e prints", () => {
  for (const [value, text] of texts as [number, string][]) assert.equal(formatValue(value), text);
});

Deno.test("formatValue() rounds a tie to the even digit, as C does and JavaScript does not", () => {
  assert.equal((5 * 2 ** -27).toExponential(18), "3.725290298461914063e-8");
  assert.equal(formatValue(5 * 2 ** -27), "3.725290298461914062e-08");
  assert.equal(formatValue(3 * 2 ** -27), "2.235174179077148438e-08");
});
