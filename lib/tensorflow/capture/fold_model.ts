import defer * as tf from "@tensorflow/tfjs";
import { isPlainModel } from "./apply_in_parts.ts";
import { isNormalization, isPlainRelu, onlyReader, type WithBias } from "./normalized_block.ts";
import type { BatchNormalization } from "../fused/normalization/batch_normalization.ts";

/**
 * A model for prediction alone: batch normalization is folded into the convolution or dense layer before it, a ReLU
 * becomes that layer's activation, and dropout is gone. Its outputs are those of the given model but for rounding.
 *
 * @returns a new model with weights of its own, taken from the given one now; `undefined` for a model with layers
 * that are used more than once, have several outputs or a state.
 */
export function foldModel(model: tf.LayersModel): tf.LayersModel | undefined {
  if (!isPlainModel(model)) return undefined;
  const values = new Map<number, tf.SymbolicTensor>();
  const weights: (() => void)[] = [];
  for (const layer of model.layers) {
    const [node] = layer.inboundNodes;
    const output = node!.outputTensors[0]!;
    if (values.has(output.id)) continue; // folded into an earlier layer
    const given = node!.inputTensors.map(({ id }) => values.get(id)!);
    if (layer.getClassName() === "InputLayer") {
      values.set(output.id, tf.input({ batchShape: output.shape, name: layer.name }));
    } else if (layer.getClassName() === "Dropout") {
      values.set(output.id, given[0]!);
    } else {
      const { last, normalization, relu } = followers(layer, model);
      const config = {
        ...layer.getConfig(),
        ...(normalization && { useBias: true }),
        ...(relu && { activation: "relu" }),
      };
      const copy = copyOf(layer, config);
      const outputOfLast = last.inboundNodes[0]!.outputTensors[0]!;
      const applied = copy.apply(given.length === 1 ? given[0]! : given) as tf.SymbolicTensor;
      // No other layer uses what lies between.
      for (let one = layer; one !== last; one = onlyReader(one, model)!) {
        values.set(one.inboundNodes[0]!.outputTensors[0]!.id, applied);
      }
      values.set(outputOfLast.id, applied);
      weights.push(() => copy.setWeights(foldedWeights(layer, normalization)));
    }
  }
  const ofModel = (tensors: tf.SymbolicTensor[]) => tensors.map(({ id }) => values.get(id)!);
  const folded = tf.model({
    name: model.name,
    inputs: ofModel(model.inputs),
    outputs: ofModel(model.outputs),
  });
  tf.tidy(() => weights.forEach((set) => set()));
  return folded;
}

/** What follows a convolution or dense layer and can be computed with it. */
function followers(layer: tf.layers.Layer, model: tf.LayersModel) {
  let last = layer;
  let normalization: BatchNormalization | undefined;
  let relu = false;
  if (!["Conv1D", "Conv2D", "Dense"].includes(layer.getClassName()) || !isLinear(layer)) {
    return { last, normalization, relu };
  }
  for (let next = onlyReader(last, model); next && !relu; next = onlyReader(last, model)) {
    if (isPlainRelu(next)) relu = true;
    else if (isNormalization(next) && !normalization && normalizesChannels(next)) {
      normalization = next;
    } else if (next.getClassName() !== "Dropout") break;
    last = next;
  }
  return { last, normalization, relu };
}

function isLinear(layer: WithBias): boolean {
  return layer.activation?.getClassName() === "linear";
}

function normalizesChannels({ axis, inboundNodes }: BatchNormalization): boolean {
  return axis === -1 || axis === inboundNodes[0]!.inputTensors[0]!.rank - 1;
}

function copyOf(layer: tf.layers.Layer, config: tf.serialization.ConfigDict): tf.layers.Layer {
  const type = layer.constructor as unknown as {
    fromConfig(type: unknown, config: tf.serialization.ConfigDict): tf.layers.Layer;
  };
  return type.fromConfig(type, withoutInitializers(config));
}

/** The weights are given, because drawing initial ones, above all orthogonal ones, takes long. */
function withoutInitializers<Value>(config: Value): Value {
  if (typeof config !== "object" || config === null || Array.isArray(config)) return config;
  const entries = Object.entries(config).map(([key, value]) =>
    key.endsWith("Initializer")
      ? [key, { className: "Zeros", config: {} }]
      : [key, withoutInitializers(value)]
  );
  return Object.fromEntries(entries) as Value;
}

/** Kernel and bias that give what the layer and a normalization after it give. */
function foldedWeights(layer: WithBias, normalization?: BatchNormalization): tf.Tensor[] {
  const [kernel, bias = tf.scalar(0)] = layer.getWeights();
  if (!normalization) return layer.getWeights();
  const { gamma, beta, movingMean, movingVariance, epsilon } = normalization;
  const inverse = movingVariance.read().add(epsilon).rsqrt();
  const scale = gamma ? inverse.mul(gamma.read()) : inverse;
  const shift = bias.sub(movingMean.read()).mul(scale);
  return [kernel!.mul(scale), beta ? shift.add(beta.read()) : shift];
}
