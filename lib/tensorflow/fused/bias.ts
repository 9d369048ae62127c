import defer * as tf from "@tensorflow/tfjs";
import { attribute, nativeOp } from "../capture/native_op.ts";
import { patchGradient, patchKernel, type Undo } from "./patch.ts";

const attributes = [attribute.type("T", "float32"), attribute.string("data_format", "NHWC")];

/** Adding a vector to each row as BiasAdd, and its gradient as BiasAddGrad, instead of Add and a sum. */
export function fuseBias(): Undo {
  const add = tf.getKernel("Add", "tensorflow").kernelFunc;
  const gradient = tf.getGradient("Add").gradFunc;
  const undo = [
    patchKernel("Add", (args) => {
      const { a, b } = args.inputs as { a: tf.Tensor; b: tf.Tensor };
      if (!isBias(a, b)) return add(args);
      return nativeOp("BiasAdd", [a, tf.reshape(b, [-1])], { attributes })[0]!;
    }),
    patchGradient("Add", {
      gradFunc: (dy, saved, attrs) => {
        const [a, b] = saved as [tf.Tensor, tf.Tensor];
        if (!isBias(a, b)) return gradient(dy, saved, attrs);
        return { a: () => dy as tf.Tensor, b: () => sumRows(dy as tf.Tensor).reshape(b.shape) };
      },
    }),
  ];
  return () => undo.forEach((one) => one());
}

/** The sum over all axes but the last, as BiasAddGrad takes it: the fastest of TensorFlow's sums over rows. */
export function sumRows(x: tf.Tensor): tf.Tensor {
  return nativeOp("BiasAddGrad", [x], { attributes })[0]!;
}

/** `b` holds one value for each channel (last axis) of `a` and nothing else. */
function isBias(a: tf.Tensor, b: tf.Tensor): boolean {
  const channels = a.shape.at(-1);
  return a.dtype === "float32" && b.dtype === "float32" && a.rank >= 2 && a.rank >= b.rank &&
    b.rank >= 1 && b.shape.at(-1) === channels && b.size === channels && channels > 1;
}
