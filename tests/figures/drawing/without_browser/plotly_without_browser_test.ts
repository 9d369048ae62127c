import assert from "node:assert/strict";
import { loadPlotly } from "lib/figures/drawing/without_browser/plotly_without_browser.ts";
import { confusionMatrixFigure } from "lib/figures/mod.ts";

const plotly = await loadPlotly((text, size) => text.length * size);
const options = { format: "svg", width: 400, height: 300, imageDataOnly: true } as const;

Deno.test("loadPlotly() draws text, lines and axes as SVG", async () => {
  const data = [{ type: "scatter" as const, x: [1, 2], y: [3, 4] }];
  const svg = await plotly.toImage({ data, layout: { title: { text: "Two points" } } }, options);
  assert.match(svg, /Two points/);
  assert.match(svg, /class="js-line"/);
  assert.doesNotMatch(svg, /NaN/);
});

Deno.test("loadPlotly() draws a heatmap as a picture of rectangles", async () => {
  const svg = await plotly.toImage(confusionMatrixFigure({ confusion: [[1, 2], [3, 4]] }), options);
  const [, picture] = svg.match(/data:image\/svg\+xml;base64,([^"]+)/)!;
  assert.equal(atob(picture!).match(/<rect/g)?.length, 4);
});
