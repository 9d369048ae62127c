import assert from "node:assert/strict";
import { lossWeights } from "../../../../lib/tasks/helpers/train/loss_weights.ts";
import { makeDataset } from "../../../beats/make_beats.ts";

const train = makeDataset("train", [0, 0, 0, 2]);

Deno.test("lossWeights() gives a weight for each class of the protocol, by patient none for Q", () => {
  const weights = [4 / 6, 0, 2, 0];
  const config = { classWeights: true, protocol: "by_patient" } as const;
  assert.deepEqual(lossWeights(config, train), weights);
  assert.deepEqual(lossWeights({ ...config, protocol: "by_beat" }, train), [...weights, 0]);
});

Deno.test("lossWeights() gives nothing where classes are not to be weighed", () => {
  assert.equal(lossWeights({ classWeights: false, protocol: "by_beat" }, train), undefined);
});
