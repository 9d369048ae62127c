import type { ValueFormat } from "./value_format.ts";

/**
 * Keras's names of activations by TensorFlow.js's. The hard sigmoid is left out: both have one, but Keras 3's is
 * another function.
 */
const names = new Map(Object.entries({
  linear: "linear",
  relu: "relu",
  relu6: "relu6",
  elu: "elu",
  selu: "selu",
  sigmoid: "sigmoid",
  softmax: "softmax",
  softplus: "softplus",
  softsign: "softsign",
  tanh: "tanh",
  swish: "silu",
  gelu: "gelu",
  mish: "mish",
}));
const kerasNames = new Map([...names].map(([name, kerasName]) => [kerasName, name]));

/** An activation's name. */
export const activation: ValueFormat = {
  wanted: `one of ${[...kerasNames.keys()].join(", ")}`,
  read: (value) => kerasNames.get(value as string),
  write: (value) => names.get((value ?? "linear") as string),
};
