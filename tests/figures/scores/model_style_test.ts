import assert from "node:assert/strict";
import { aamiClasses } from "lib/beats/mod.ts";
import { type ModelStyle, modelStyle } from "lib/figures/scores/model_style.ts";

const all = Array.from({ length: 9 }, (_, index) => modelStyle(index));

Deno.test("modelStyle() tells nine models apart by colour and by mark, six by line", () => {
  const different = (key: keyof ModelStyle) => new Set(all.map((style) => style[key])).size;
  assert.deepEqual([different("color"), different("symbol"), different("dash")], [9, 9, 6]);
  assert.deepEqual(modelStyle(9), modelStyle(0));
});

Deno.test("modelStyle() has no colour of a class", () => {
  const colors = aamiClasses.map(({ color }) => color.toLowerCase());
  assert.deepEqual(all.filter(({ color }) => colors.includes(color)), []);
});
