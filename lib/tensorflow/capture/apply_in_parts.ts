import defer * as tf from "@tensorflow/tfjs";
import { normalizeTogether } from "../fused/normalization/batch_normalization.ts";
import { dropoutOf } from "../fused/dropout.ts";
import { usesKernel } from "../kernels.ts";
import type { LayerArguments } from "../fused/patch.ts";
import { pooledConvolution } from "./pooled_convolution.ts";
import {
  biasBeforeNormalization,
  type NormalizedBlock,
  normalizedBlock,
  normalizesByItself,
  withoutBias,
} from "./normalized_block.ts";

/** How a model is applied. */
export interface ApplyOptions extends LayerArguments {
  /** Parts that a batch is divided into; 1 by default. */
  parts?: number;
}

/**
 * Applies a model to a batch, layer by layer, in parts that TensorFlow works on side by side; one op after the other
 * would leave cores idle, while parts keep them busy and their values in the caches. In training batch normalization
 * takes its statistics from the whole batch, so that the result is that of the whole, and is done together with the
 * dropout, ReLU and pooling of pairs that follow it; where it has to be left to the layer's own code, the batch is not
 * divided.
 *
 * @param inputs the model's inputs, [rows, ...].
 * @returns the model's first output, [rows, ...].
 */
export function applyInParts(
  model: tf.LayersModel,
  inputs: tf.Tensor[],
  { parts = 1, ...args }: ApplyOptions,
): tf.Tensor {
  if (!isPlainModel(model)) return model.apply(inputs, args) as tf.Tensor;
  const rows = inputs[0]!.shape[0]!;
  const whole = !usesKernel("parts") || args.training && normalizesByItself(model);
  const count = whole ? 1 : Math.max(1, Math.min(parts, rows));
  const start = (part: number) => Math.floor(part * rows / count);
  const sizes = Array.from({ length: count }, (_, part) => start(part + 1) - start(part));
  const argsOfPart = sizes.map((_, part) => ({ ...args, random: randomOfPart(args.random, part) }));
  const values = new Map(
    model.inputs.map(({ id }, i) => [id, count === 1 ? [inputs[i]!] : tf.split(inputs[i]!, sizes)]),
  );
  const biases = new Map<number, tf.Tensor>();
  for (const layer of model.layers) {
    const [node] = layer.inboundNodes;
    const output = node!.outputTensors[0]!.id;
    if (values.has(output)) continue; // an input
    const given = node!.inputTensors.map(({ id }) => values.get(id));
    if (given.includes(undefined)) continue; // within a block
    const block = args.training ? normalizedBlock(layer, model, args) : undefined;
    if (block) {
      const bias = biases.get(node!.inputTensors[0]!.id);
      const last = block.last.inboundNodes[0]!.outputTensors[0]!.id;
      values.set(last, applyBlock(block, given[0]!, { bias, argsOfPart }));
      continue;
    }
    const pooled = args.training ? undefined : pooledConvolution(layer, model);
    if (pooled) {
      const last = pooled.pooling.inboundNodes[0]!.outputTensors[0]!.id;
      values.set(last, given[0]!.map((part) => pooled.apply(part)));
      continue;
    }
    const applied = () =>
      argsOfPart.map((args, part) => layer.apply(given.map((tensors) => tensors![part]!), args));
    const bias = args.training ? biasBeforeNormalization(layer, model) : undefined;
    if (bias) biases.set(output, bias);
    values.set(output, (bias ? withoutBias(layer, applied) : applied()) as tf.Tensor[]);
  }
  const outputs = values.get(model.outputs[0]!.id)!;
  return count === 1 ? outputs[0]! : tf.concat(outputs);
}

function applyBlock(
  { normalization, dropout, relu, pooling }: NormalizedBlock,
  parts: tf.Tensor[],
  { bias, argsOfPart }: { bias: tf.Tensor | undefined; argsOfPart: LayerArguments[] },
): tf.Tensor[] {
  return normalizeTogether(normalization, parts, {
    bias,
    dropout: dropout && argsOfPart.map(({ random }) => dropoutOf(dropout, random!)),
    relu: relu !== undefined,
    pooling: pooling !== undefined,
  });
}

/** A model whose layers are used once each, have one output, no mask and no state; others are applied whole. */
export function isPlainModel(model: tf.LayersModel): boolean {
  return model.layers.every((layer) =>
    layer.inboundNodes.length === 1 && layer.inboundNodes[0]!.outputTensors.length === 1 &&
    !(layer instanceof tf.LayersModel) && !makesMask(layer) && !layer.stateful
  );
}

function makesMask(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === "Masking" || "maskZero" in layer && Boolean(layer.maskZero);
}

/** Each part draws masks of its own. */
function randomOfPart(random: tf.Tensor | undefined, part: number): tf.Tensor | undefined {
  return random?.add(tf.tensor1d([Math.imul(part, 0x5bd1e995), 0], "int32"));
}
