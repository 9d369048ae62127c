import defer * as tf from "@tensorflow/tfjs";
import { applyInParts, type ApplyOptions } from "./apply_in_parts.ts";

/**
 * A classifier's output before its softmax: the last layer's activation is left out for this call.
 *
 * @param model a layers model that ends in a Dense layer with softmax.
 * @param inputs what the model takes, [rows, ...].
 * @param options how many parts the batch is divided into, and what every layer is told, such as
 * `{ training: true, random }`.
 * @returns float32 [rows, classes].
 * @throws {Error} when the model ends otherwise.
 */
export function applyForLogits(
  model: tf.LayersModel,
  inputs: tf.Tensor[],
  options: ApplyOptions = {},
): tf.Tensor {
  const last = model.layers.at(-1) as tf.layers.Layer & { activation?: Activation };
  const softmax = last.activation;
  if (softmax?.getClassName() !== "softmax") {
    throw new Error(
      `Cannot find the logits of model "${model.name}": its last layer must be Dense with softmax but is ` +
        `${last.getClassName()} with ${softmax?.getClassName() ?? "no activation"}`,
    );
  }
  try {
    last.activation = linear();
    return applyInParts(model, inputs, options);
  } finally {
    last.activation = softmax;
  }
}

interface Activation {
  getClassName(): string;
}

function linear(): Activation {
  const layer = tf.layers.dense({ units: 1, activation: "linear" });
  return (layer as unknown as { activation: Activation }).activation;
}
