import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { attribute, nativeOp } from "../capture/native_op.ts";

/**
 * Softmax cross-entropy of each row, with its gradient from the same op.
 *
 * @param logits float32 [rows, classes].
 * @param labels float32 [rows, classes], each row a distribution over the classes (one-hot, or smoothed).
 * @returns float32 [rows], in nats.
 */
export function softmaxCrossEntropy(logits: tf.Tensor, labels: tf.Tensor): tf.Tensor {
  if (!currentBackend()) return tf.neg(tf.sum(tf.mul(labels, tf.logSoftmax(logits)), -1));
  const fused = tf.customGrad((...inputs) => {
    const [logits, labels, save] = inputs as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const [loss, difference] = nativeOp("SoftmaxCrossEntropyWithLogits", [logits, labels], {
      attributes: [attribute.type("T", "float32")],
      outputs: 2,
    });
    save([difference!]);
    return {
      value: loss!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [
        dy.expandDims(-1).mul(saved[0]!),
        tf.zerosLike(saved[0]!), // labels are data
      ],
    };
  });
  return fused(logits, labels);
}
