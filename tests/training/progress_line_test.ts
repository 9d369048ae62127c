import assert from "node:assert/strict";
import { progressLine } from "lib/training/mod.ts";

Deno.test("a batch's line tells place, scores and the time left in the epoch", () => {
  let now = 0;
  const line = progressLine(() => now);
  const event = {
    type: "batch",
    epoch: 2,
    epochs: 20,
    batches: 100,
    loss: 0.5,
    accuracy: 0.75,
  } as const;
  line({ ...event, batch: 1 });
  now = 10_000;
  assert.equal(
    line({ ...event, batch: 25 }),
    "epoch 2/20 batch 25/100 loss 0.5000 accuracy 0.7500 30 s left",
  );
});

Deno.test("an epoch's line tells training and validation scores", () => {
  const record = {
    epoch: 3,
    loss: 0.1,
    accuracy: 0.9,
    valLoss: 0.2,
    valAccuracy: 0.8,
    valMacroF1: 0.7,
    learningRate: 1e-3,
    seconds: 26.04,
  };
  assert.equal(
    progressLine()({ type: "epoch", record, epochs: 20 }),
    "epoch 3/20 loss 0.1000 accuracy 0.9000 validation: loss 0.2000 accuracy 0.8000 macro-F1 0.7000 " +
      "(26.0 s)",
  );
});

Deno.test("the lines of an autoencoder tell what share of the variance it explains", () => {
  const target = "input" as const;
  const line = progressLine(() => 0);
  const batch = { type: "batch", target, epoch: 1, epochs: 2, batch: 5, batches: 5 } as const;
  assert.equal(
    line({ ...batch, loss: 0.25, accuracy: 0.75 }),
    "epoch 1/2 batch 5/5 loss 0.2500 explained share 0.7500 0 s left",
  );
  const scores = { loss: 0.25, accuracy: 0.75, valLoss: 0.5, valAccuracy: 0.5, valMacroF1: 0.5 };
  const record = { target, epoch: 1, ...scores, learningRate: 1e-3, seconds: 2 };
  assert.equal(
    line({ type: "epoch", record, epochs: 2 }),
    "epoch 1/2 loss 0.2500 explained share 0.7500 validation: loss 0.5000 explained share 0.5000 (2.0 s)",
  );
});
