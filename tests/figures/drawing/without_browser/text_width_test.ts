import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readTextWidth } from "lib/figures/drawing/without_browser/text_width.ts";

const require = createRequire(import.meta.url);
const font = readFileSync(require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));
const textWidth = readTextWidth(font);

Deno.test("readTextWidth() finds the widths that DejaVu Sans is published with", () => {
  const published = { " ": 651, "0": 1303, A: 1401, i: 569, m: 1995, "·": 651, "−": 1716, α: 1350 };
  for (const [letter, units] of Object.entries(published)) {
    assert.equal(textWidth(letter, 2048), units, letter);
  }
});

Deno.test("readTextWidth() adds up letters and goes with the font size", () => {
  assert.equal(textWidth("Ai", 10), textWidth("A", 10) + textWidth("i", 10));
  assert.equal(textWidth("epoch", 24), 2 * textWidth("epoch", 12));
});

Deno.test("readTextWidth() says what it misses in a file without a character table", () => {
  assert.throws(() => readTextWidth(font.subarray(0, 4)), Error);
});
