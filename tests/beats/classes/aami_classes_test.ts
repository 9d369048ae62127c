import assert from "node:assert/strict";
import { aamiClasses } from "lib/beats/mod.ts";
import { labelOfSymbol } from "lib/beats/classes/aami_classes.ts";

Deno.test("aamiClasses stands in label order", () => {
  assert.deepEqual(aamiClasses.map((aamiClass) => aamiClass.label), [0, 1, 2, 3, 4]);
});

Deno.test("labelOfSymbol() gives the label of every beat symbol of the published rows", () => {
  const expected = { N: "NLRej", S: "AaJS", V: "VE", F: "F", Q: "/fQ" };
  Object.values(expected).forEach((symbols, label) => {
    for (const symbol of symbols) assert.equal(labelOfSymbol(symbol), label, symbol);
  });
});

Deno.test("labelOfSymbol() gives undefined for symbols of no class", () => {
  for (const symbol of ["+", "~", "|", "x", "!", "[", "]", '"', "", "n", "constructor"]) {
    assert.equal(labelOfSymbol(symbol), undefined, symbol);
  }
});

Deno.test("aamiClasses gives each class a colour of its own", () => {
  const colors = new Set(aamiClasses.map((aamiClass) => aamiClass.color));
  assert.equal(colors.size, 5);
  for (const color of colors) assert.match(color, /^#[0-9A-F]{6}$/);
});
