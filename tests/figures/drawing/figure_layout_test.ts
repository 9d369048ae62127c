import assert from "node:assert/strict";
import { axis, figureLayout } from "lib/figures/mod.ts";
import { axisSuffix, panelTitle } from "lib/figures/drawing/figure_layout.ts";

Deno.test("figureLayout() is white paper in any theme, with the title at the left", () => {
  const { paper_bgcolor, plot_bgcolor, title, width } = figureLayout("Beats");
  assert.deepEqual([paper_bgcolor, plot_bgcolor], ["#ffffff", "#ffffff"]);
  assert.equal(title?.text, "Beats");
  assert.equal(title?.xanchor, "left");
  assert.equal(width, 760);
});

Deno.test("axis() takes further settings over its own", () => {
  const { title, ticks } = axis("time in s", { ticks: "" });
  assert.equal(title?.text, "time in s");
  assert.equal(ticks, "");
});

Deno.test("panelTitle() stands above the axes of its panel", () => {
  assert.equal(panelTitle("V5", 1).yref, "y2 domain");
  assert.equal(axisSuffix(0), "");
});
