import assert from "node:assert/strict";
import { misclassifiedBeats } from "lib/evaluation/mod.ts";

Deno.test("misclassifiedBeats() lists wrong rows with record and time, the surest first", () => {
  const beats = misclassifiedBeats({
    labels: Uint8Array.of(0, 1, 2),
    predicted: Uint8Array.of(1, 1, 0),
    probabilities: Float32Array.of(0.25, 0.5, 0.25, 0, 1, 0, 0.75, 0.125, 0.125),
  }, {
    provenance: [
      { record: "100", sample: 720, symbol: "N" },
      { record: "100", sample: 900, symbol: "A" },
      { record: "", sample: -1, symbol: "" },
    ],
  });
  assert.deepEqual(beats, [
    { row: 2, record: "", time: NaN, symbol: "", actual: "V", predicted: "N", probability: 0.75 },
    { row: 0, record: "100", time: 2, symbol: "N", actual: "N", predicted: "S", probability: 0.5 },
  ]);
});
