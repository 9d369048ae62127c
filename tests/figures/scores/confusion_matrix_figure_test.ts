import assert from "node:assert/strict";
import { confusionMatrixFigure } from "lib/figures/mod.ts";
import { subtitle } from "../sample_beats.ts";

const confusion = [[1990, 10], [30, 70]];

Deno.test("confusionMatrixFigure() writes counts and colours by the share of the row", () => {
  const figure = confusionMatrixFigure({ confusion });
  const [cells] = figure.data as { z: number[][]; text: string[][]; xgap: number }[];
  assert.deepEqual(cells!.text, [["1,990", "10"], ["30", "70"]]);
  assert.deepEqual(cells!.z, [[0.995, 0.005], [0.3, 0.7]]);
  assert.ok(cells!.xgap > 0, "without gaps it cannot be drawn without a browser");
  assert.match(subtitle(figure), /^2,060 of 2,100 beats right/);
});

Deno.test("confusionMatrixFigure() writes percent when normalized", () => {
  const { data } = confusionMatrixFigure({ confusion }, { normalized: true });
  assert.deepEqual((data[0] as { text: string[][] }).text, [["99.5 %", "0.5 %"], [
    "30.0 %",
    "70.0 %",
  ]]);
});

Deno.test("confusionMatrixFigure() shows a class without beats as empty", () => {
  const { data } = confusionMatrixFigure({ confusion: [[5, 0], [0, 0]] });
  assert.deepEqual((data[0] as { z: number[][] }).z, [[1, 0], [0, 0]]);
});
