import * as tf from "@tensorflow/tfjs";
import { type BatchNormalization, normalizeTogether } from "./fused/batch_normalization.ts";
import type { LayerArguments } from "./fused/patch.ts";

/** How a model is applied. */
export interface ApplyOptions extends LayerArguments {
  /** Parts that a batch is divided into; 1 by default. */
  parts?: number;
}

/**
 * Applies a model to a batch, layer by layer, in parts that TensorFlow works on side by side; where one op
 * after the other would leave cores idle, parts keep them busy, and their values in the caches. In training
 * batch normalization takes its statistics from the whole batch, so that the result is that of the whole.
 *
 * @param inputs the model's inputs, [rows, ...].
 * @returns the model's first output, [rows, ...].
 */
export function applyInParts(
  model: tf.LayersModel,
  inputs: tf.Tensor[],
  { parts = 1, ...args }: ApplyOptions,
): tf.Tensor {
  const rows = inputs[0]!.shape[0]!;
  const count = Math.min(parts, rows);
  if (count <= 1 || !isPlain(model)) return model.apply(inputs, args) as tf.Tensor;
  const start = (part: number) => Math.floor(part * rows / count);
  const sizes = Array.from({ length: count }, (_, part) => start(part + 1) - start(part));
  const values = new Map(
    model.inputs.map(({ id }, i) => [id, tf.split(inputs[i]!, sizes)] as const),
  );
  const argsOfPart = sizes.map((_, part) => ({ ...args, random: randomOfPart(args.random, part) }));
  for (const layer of model.layers) {
    const [node] = layer.inboundNodes;
    if (layer.getClassName() === "InputLayer") continue;
    const given = node!.inputTensors.map(({ id }) => values.get(id)!);
    const ofPart = (part: number) => given.map((tensors) => tensors[part]!);
    const together = args.training && layer.getClassName() === "BatchNormalization"
      ? normalizeTogether(layer as unknown as BatchNormalization, given[0]!)
      : undefined;
    const outputs = together ??
      sizes.map((_, part) => layer.apply(ofPart(part), argsOfPart[part]) as tf.Tensor);
    values.set(node!.outputTensors[0]!.id, outputs);
  }
  return tf.concat(values.get(model.outputs[0]!.id)!);
}

/** A model whose layers are used once each and have one output; others are applied whole. */
function isPlain(model: tf.LayersModel): boolean {
  return model.layers.every((layer) =>
    layer.inboundNodes.length === 1 && layer.inboundNodes[0]!.outputTensors.length === 1 &&
    !(layer instanceof tf.LayersModel)
  );
}

/** Each part draws masks of its own. */
function randomOfPart(random: tf.Tensor | undefined, part: number): tf.Tensor | undefined {
  return random?.add(tf.tensor1d([Math.imul(part, 0x5bd1e995), 0], "int32"));
}
