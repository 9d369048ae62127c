import * as tf from "@tensorflow/tfjs";
import { capture, softmaxCrossEntropy, startTensorflow } from "lib/tensorflow/mod.ts";
import { assertClose } from "./compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

const logits = tf.randomNormal([12, 5], 0, 3, "float32", 1);
const labels = tf.oneHot(tf.range(0, 12, 1, "int32").mod(tf.scalar(5, "int32")), 5).toFloat();
const smooth = labels.mul(0.9).add(0.02);
const own = (logits: tf.Tensor, labels: tf.Tensor) =>
  tf.losses.softmaxCrossEntropy(labels, logits, undefined, undefined, tf.Reduction.NONE);

for (const [name, target] of Object.entries({ "one-hot": labels, smooth })) {
  Deno.test(`cross-entropy of ${name} labels and its gradient equal TensorFlow.js's own`, () => {
    const weights = tf.range(1, 13);
    const both = (loss: typeof own) => {
      const run = () => {
        const weighted = (logits: tf.Tensor) => loss(logits, target).mul(weights).sum();
        return [loss(logits, target), tf.grad(weighted)(logits)];
      };
      return [run(), capture(run)()].map((tensors) => tensors.map((t) => [...t.dataSync()]));
    };
    const [wanted] = both(own);
    for (const found of both(softmaxCrossEntropy)) assertClose(found, wanted!, 1e-6);
  });
}

Deno.test("the loss of a hopeless row is finite", () => {
  const loss = softmaxCrossEntropy(tf.tensor2d([[200, -200]]), tf.tensor2d([[0, 1]]));
  assertClose([[...loss.dataSync()]], [[400]], 1e-6);
});
