import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { applyForLogits, startTensorflow } from "lib/tensorflow/mod.ts";

await startTensorflow({ intra: 1, inter: 2 });

const model = (activation: "softmax" | "sigmoid") =>
  tf.sequential({
    layers: [tf.layers.dense({ units: 3, inputShape: [4], activation, name: `out_${activation}` })],
  });
const x = tf.randomNormal([5, 4], 0, 1, "float32", 1);

Deno.test("the softmax of the logits is the model's output, which stays as it was", () => {
  const classifier = model("softmax");
  const wanted = [...(classifier.predict(x) as tf.Tensor).dataSync()];
  const logits = applyForLogits(classifier, [x]);
  const found = [...tf.softmax(logits).dataSync()];
  assert.ok(found.every((value, i) => Math.abs(value - wanted[i]!) < 1e-6));
  assert.deepEqual([...(classifier.predict(x) as tf.Tensor).dataSync()], wanted);
});

Deno.test("a model that does not end in a softmax is refused", () => {
  assert.throws(
    () => applyForLogits(model("sigmoid"), [x]),
    /last layer must be Dense with softmax but is Dense with sigmoid/,
  );
});
