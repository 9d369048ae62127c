import type * as tf from "@tensorflow/tfjs";
import {
  type BatchNormalization,
  coversNormalization,
} from "../fused/normalization/batch_normalization.ts";
import { isPlainDropout } from "../fused/dropout.ts";
import type { LayerArguments } from "../fused/patch.ts";

/** A batch normalization, and the layers that are computed together with it. */
export interface NormalizedBlock {
  normalization: BatchNormalization;
  /** What follows, as far as each layer's output goes to the next alone. */
  dropout?: tf.layers.Layer;
  relu?: tf.layers.Layer;
  pooling?: tf.layers.Layer;
  /** The last of them. */
  last: tf.layers.Layer;
}

/** The block that begins with a layer; `undefined` for other layers, and normalization that is not covered. */
export function normalizedBlock(
  layer: tf.layers.Layer,
  model: tf.LayersModel,
  { random }: LayerArguments,
): NormalizedBlock | undefined {
  if (!isCovered(layer)) return undefined;
  const block: NormalizedBlock = { normalization: layer, last: layer };
  const take = (key: "dropout" | "relu" | "pooling", fits: (layer: tf.layers.Layer) => boolean) => {
    const next = onlyReader(block.last, model);
    if (next && fits(next)) block[key] = block.last = next;
  };
  if (random) take("dropout", isPlainDropout);
  take("relu", isPlainRelu);
  take("pooling", poolsPairs);
  return block;
}

/** Whether a model normalizes batches in a way that is not covered: by the layer's own code. */
export function normalizesByItself(model: tf.LayersModel): boolean {
  return model.layers.some((layer) => isNormalization(layer) && !isCovered(layer));
}

/** The bias of a layer, one for each channel, that goes into a covered normalization alone, which takes it away. */
export function biasBeforeNormalization(
  layer: tf.layers.Layer,
  model: tf.LayersModel,
): tf.Tensor | undefined {
  const { bias, activation } = layer as WithBias;
  if (!["Conv1D", "Dense"].includes(layer.getClassName())) return undefined;
  if (!bias || activation?.getClassName() !== "linear") return undefined;
  const next = onlyReader(layer, model);
  return next && isCovered(next) ? bias.read() : undefined;
}

/** What a layer gives without its bias. */
export function withoutBias<T>(layer: tf.layers.Layer, apply: () => T): T {
  const one = layer as WithBias;
  const { bias } = one;
  one.bias = null;
  try {
    return apply();
  } finally {
    one.bias = bias;
  }
}

/** A layer that may have a bias and an activation. */
export interface WithBias extends tf.layers.Layer {
  bias?: tf.LayerVariable | null;
  activation?: { getClassName(): string; apply?(x: tf.Tensor): tf.Tensor };
}

function isCovered(layer: tf.layers.Layer): layer is BatchNormalization {
  return isNormalization(layer) && coversNormalization(layer, rankOf(layer));
}

/** Whether a layer normalizes batches. */
export function isNormalization(layer: tf.layers.Layer): layer is BatchNormalization {
  return layer.getClassName() === "BatchNormalization";
}

function rankOf(layer: tf.layers.Layer): number {
  return layer.inboundNodes[0]!.inputTensors[0]!.rank;
}

/** The one layer that reads what a layer gives; `undefined` for several, and for an output of the model. */
export function onlyReader(
  layer: tf.layers.Layer,
  model: tf.LayersModel,
): tf.layers.Layer | undefined {
  const [node, ...more] = layer.outboundNodes;
  const isOutput = model.outputs.some(({ sourceLayer }) => sourceLayer === layer);
  return more.length > 0 || isOutput ? undefined : node?.outboundLayer;
}

/** Whether a layer is ReLU without an upper bound. */
export function isPlainRelu(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === "ReLU" && !("maxValue" in layer && layer.maxValue);
}

/** Whether a layer takes the larger of each pair of neighbours in time. */
export function poolsPairs(layer: tf.layers.Layer): boolean {
  const { poolSize, strides, padding } = layer as tf.layers.Layer & Record<string, unknown>;
  return layer.getClassName() === "MaxPooling1D" && `${poolSize}` === "2" && `${strides}` === "2" &&
    padding === "valid";
}
