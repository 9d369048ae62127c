import assert from "node:assert/strict";
import { confusionMatrixFigure, figureLayout, figurePng } from "lib/figures/mod.ts";

const confusion = [[5, 1], [2, 7]];

/** Width and height from the header of a PNG file. */
function size(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

Deno.test("figurePng() draws a PNG in the figure's size times the scale", async () => {
  const figure = { data: [], layout: figureLayout("Empty", { width: 300, height: 200 }) };
  const png = await figurePng(figure, { scale: 1.5 });
  assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.deepEqual(size(png), [450, 300]);
  assert.deepEqual(size(await figurePng(figure, { width: 100, height: 80 })), [100, 80]);
});

Deno.test("figurePng() draws the same bytes each time and leaves the figure as it was", async () => {
  const figure = confusionMatrixFigure({ confusion });
  const before = structuredClone(figure);
  const png = await figurePng(figure);
  assert.deepEqual(await figurePng(figure), png);
  assert.deepEqual(figure, before);
});
