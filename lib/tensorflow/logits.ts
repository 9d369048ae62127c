import * as tf from "@tensorflow/tfjs";

/**
 * A classifier's output before its softmax: the last layer's activation is left out for this call.
 *
 * @param model a layers model that ends in a Dense layer with softmax.
 * @param input what the model takes, [rows, ...].
 * @param args passed to every layer, such as `{ training: true, random }`.
 * @returns float32 [rows, classes].
 * @throws {Error} when the model ends otherwise.
 */
export function applyForLogits(
  model: tf.LayersModel,
  input: tf.Tensor | tf.Tensor[],
  args: Record<string, unknown> = {},
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
    return model.apply(input, args) as tf.Tensor;
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
