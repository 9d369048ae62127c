import assert from "node:assert/strict";
import { trainingProgressFigure } from "lib/figures/mod.ts";
import { sampleHistory } from "../sample_history.ts";
import { traceValues } from "../sample_beats.ts";

Deno.test("trainingProgressFigure() shows batches as a line and finished epochs as points", () => {
  const points = [{ epoch: 0.5, loss: 2, accuracy: 0.4 }, { epoch: 1, loss: 1, accuracy: 0.6 }];
  const figure = trainingProgressFigure({ epochs: 8, points, records: sampleHistory(1).epochs });
  assert.deepEqual(traceValues(figure, "x"), [[0.5, 1], [1], [0.5, 1], [1]]);
  assert.deepEqual(traceValues(figure, "y"), [[2, 1], [1.5], [0.4, 0.6], [0.8]]);
  assert.deepEqual(figure.layout.xaxis?.range, [0, 8]);
});
