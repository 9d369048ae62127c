import * as tf from "@tensorflow/tfjs";
import type { OperationDescription } from "../layers/operation.ts";

/** TensorFlow.js's names of activations by those of Keras's operations. */
const activations = new Map(Object.entries({
  Sigmoid: "sigmoid",
  Tanh: "tanh",
  Selu: "selu",
  Softplus: "softplus",
  Softsign: "softsign",
  Silu: "swish",
}));

const merges = new Map(Object.entries({
  Add: tf.layers.add,
  Multiply: tf.layers.multiply,
  Maximum: tf.layers.maximum,
  Minimum: tf.layers.minimum,
}));

/** TensorFlow.js's layer for an operation on tensors alone; `undefined` where it has none that computes the same. */
export function knownLayer(
  { className, config }: OperationDescription,
  tensors: readonly tf.SymbolicTensor[],
  name: string,
): tf.layers.Layer | undefined {
  const [first] = tensors;
  const { shape } = first!;
  const axis = axisWithin(config.axis, shape.length);
  const activation = activations.get(className);
  if (activation) return tf.layers.activation({ name, activation: activation as "relu" });
  const merge = merges.get(className);
  if (merge && tensors.length === 2 && tensors.every((one) => `${one.shape}` === `${shape}`)) {
    return merge({ name });
  }
  const ofSteps = shape.length === 3 && axis === 1 && config.keepdims === false;
  const { negative_slope: slope = 0, threshold = 0, max_value: maxValue } = config;
  const { newshape, axes } = config as { newshape?: (number | null)[]; axes?: number[] };
  switch (className) {
    case "ReLU":
    case "Relu":
      return slope || threshold ? undefined : tf.layers.reLU({
        name,
        ...(maxValue != null && { maxValue: maxValue as number }),
      });
    case "Relu6":
      return tf.layers.reLU({ name, maxValue: 6 });
    case "Softmax":
      return axis === shape.length - 1 ? tf.layers.softmax({ name, axis: -1 }) : undefined;
    case "Concatenate":
      return axis > 0 && tensors.length > 1 ? tf.layers.concatenate({ name, axis }) : undefined;
    case "Mean":
      return ofSteps ? tf.layers.globalAveragePooling1d({ name }) : undefined;
    case "Max":
      return ofSteps ? tf.layers.globalMaxPooling1d({ name }) : undefined;
    case "Reshape":
      return Array.isArray(newshape) && newshape.length > 1 && [-1, null].includes(newshape[0]!) &&
          newshape.slice(1).every((length) => Number.isInteger(length) && length! > 0)
        ? tf.layers.reshape({ name, targetShape: newshape.slice(1) })
        : undefined;
    case "Transpose":
      return Array.isArray(axes) && axes[0] === 0 && axes.length === shape.length
        ? tf.layers.permute({ name, dims: axes.slice(1) })
        : undefined;
  }
}

/** The axis counted from the first; NaN for what is none, or several. */
function axisWithin(axis: unknown, rank: number): number {
  const [only, ...others] = Array.isArray(axis) ? axis : [axis];
  if (!Number.isInteger(only) || others.length > 0) return NaN;
  return only < 0 ? only + rank : only;
}
