import assert from "node:assert/strict";
import { aamiClasses } from "lib/beats/mod.ts";
import { modelStyle } from "lib/figures/model_style.ts";

const five = [0, 1, 2, 3, 4].map(modelStyle);

Deno.test("modelStyle() tells five models apart by colour, by mark and by line", () => {
  for (const key of ["color", "symbol", "dash"] as const) {
    assert.equal(new Set(five.map((style) => style[key])).size, 5, key);
  }
  assert.deepEqual(modelStyle(5), modelStyle(0));
});

Deno.test("modelStyle() has no colour of a class", () => {
  const colors = aamiClasses.map(({ color }) => color.toLowerCase());
  assert.deepEqual(five.filter(({ color }) => colors.includes(color)), []);
});
