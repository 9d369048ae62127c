import assert from "node:assert/strict";
import { baseStyle } from "lib/html/mod.ts";

Deno.test("baseStyle() has each colour for light and for dark paper, and loads nothing", () => {
  const style = baseStyle();
  const [light = "", dark = ""] = style.split("@media (prefers-color-scheme: dark)");
  const names = (part: string) => part.slice(0, part.indexOf("}")).match(/--\w+(?=:)/g);
  assert.deepEqual(names(light), names(dark));
  assert.doesNotMatch(style, /url\(|@import/);
});
