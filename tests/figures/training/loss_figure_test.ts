import assert from "node:assert/strict";
import { lossFigure } from "lib/figures/mod.ts";
import { sampleHistory } from "../sample_history.ts";
import { axisTitle, subtitle, traceValues } from "../sample_beats.ts";

const figure = lossFigure(sampleHistory(3));

Deno.test("lossFigure() draws training against validation", () => {
  assert.deepEqual(traceValues(figure, "name"), [
    "training",
    "validation",
    "training",
    "validation",
    "validation macro-F1",
  ]);
  assert.deepEqual(traceValues(figure, "y")[1], [1.5, 0.75, 0.5]);
  assert.equal(axisTitle(figure, "yaxis"), "cross-entropy loss");
});

Deno.test("lossFigure() marks the best epoch in both panels and says how good it was", () => {
  assert.deepEqual(figure.layout.shapes?.map(({ x0 }) => x0), [2, 2]);
  assert.equal(subtitle(figure), "best epoch 2: validation macro-F1 0.700; stopped early");
});

Deno.test("lossFigure() of no epochs marks none", () => {
  assert.deepEqual(lossFigure({ epochs: [], bestEpoch: 0, stoppedEarly: false }).layout.shapes, []);
});

Deno.test("lossFigure() of an autoencoder shows no macro-F1, which it has not", () => {
  const { epochs, ...rest } = sampleHistory(3);
  const found = lossFigure({
    ...rest,
    epochs: epochs.map((record) => ({ ...record, target: "input" })),
  });
  const shown = [...traceValues(found, "name"), subtitle(found), axisTitle(found, "yaxis2")];
  assert.deepEqual(shown, [
    "training",
    "validation",
    "training",
    "validation",
    "best epoch 2: validation explained share 0.700; stopped early",
    "explained share",
  ]);
  assert.equal(axisTitle(found, "yaxis"), "mean squared error");
});
