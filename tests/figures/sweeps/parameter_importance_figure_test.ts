import assert from "node:assert/strict";
import { parameterImportanceFigure } from "lib/figures/sweeps/parameter_importance_figure.ts";
import { axisTitle, subtitle, traceValues } from "../sample_beats.ts";

const importances = [
  { name: "rate", share: 0.5, byChance: 0.06, groups: 4, correlation: -0.6, runs: 50 },
  { name: "cell", share: 0.1, byChance: 0.02, groups: 2, runs: 50 },
];
const figure = parameterImportanceFigure(importances, { metric: "val_loss" });

Deno.test("parameterImportanceFigure() has bars of shares, marks of chance and correlations", () => {
  assert.deepEqual(traceValues(figure, "y")[0], ["cell", "rate"]); // from below
  assert.deepEqual(traceValues(figure, "x"), [[0.1, 0.5], [0.02, 0.06], [NaN, -0.6]]);
});

Deno.test("parameterImportanceFigure() says of how many runs it is", () => {
  assert.equal(figure.layout.title!.text, "Parameters and val_loss of 50 runs");
  assert.match(subtitle(figure), /each parameter alone, by ranks of the 50 runs' val_loss/);
  const fewer = [importances[0]!, { ...importances[1]!, runs: 20 }];
  const { layout } = parameterImportanceFigure(fewer, { metric: "val_loss" });
  assert.equal(layout.title!.text, "Parameters and val_loss of 20 to 50 runs");
  assert.equal(axisTitle(figure, "xaxis2"), "Spearman's correlation with val_loss");
});

Deno.test("parameterImportanceFigure() puts both bars of a parameter at one height", () => {
  assert.deepEqual(figure.layout.yaxis!.range, [-0.5, 1.5]);
  assert.deepEqual(figure.layout.yaxis2!.range, [-0.5, 1.5]);
});
