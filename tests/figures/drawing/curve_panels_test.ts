import assert from "node:assert/strict";
import { curvePanels } from "lib/figures/drawing/curve_panels.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";
import { annotationTexts } from "../sample_evaluations.ts";

const options = {
  title: "Curves",
  subtitle: "two models",
  x: { title: "rate", range: [0, 1] as [number, number] },
  y: { title: "height", range: [0, 1] as [number, number] },
  shape: "linear" as const,
  areas: "left" as const,
};
const curve = (area: number) => ({
  x: Float64Array.of(0, 1),
  y: Float64Array.of(0, area),
  area,
});

Deno.test("curvePanels() draws each model's curve in the panel of its class, with the areas", () => {
  const figure = curvePanels([
    { model: "cnn", curves: [curve(0.9), curve(0.8)] },
    { model: "rnn", curves: [curve(0.7), curve(0.6)] },
  ], options);
  assert.deepEqual(traceValues(figure, "name"), ["cnn", "rnn", "cnn", "rnn"]);
  assert.deepEqual(traceValues(figure, "xaxis"), ["x", "x", "x2", "x2"]);
  assert.deepEqual(traceValues(figure, "showlegend"), [true, true, false, false]);
  const texts = annotationTexts(figure);
  assert.equal(texts[0], "N · normal or bundle branch block");
  assert.match(texts[3]!, /cnn 0\.8000<\/span><br><span style="color:#7c3aed">rnn 0\.6000/);
  assert.equal(axisTitle(figure, "yaxis2"), "", "the height stands at the left alone");
});

Deno.test("curvePanels() draws no curve where there is no area", () => {
  const figure = curvePanels([{ model: "cnn", curves: [curve(0.9), curve(NaN)] }], options);
  assert.equal(figure.data.length, 1);
  assert.match(annotationTexts(figure)[3]!, /cnn -/);
});
