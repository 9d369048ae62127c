import type * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { fuseOps } from "./fuse_ops.ts";
import { largerOfPairs } from "../fused/pairs.ts";
import { onlyReader, poolsPairs, type WithBias } from "./normalized_block.ts";

/**
 * A convolution whose bias and activation are computed together with the pooling of pairs after it.
 */
export interface PooledConvolution {
  pooling: tf.layers.Layer;
  /** What both layers give. */
  apply(x: tf.Tensor): tf.Tensor;
}

/** The block that begins with a layer; `undefined` for other layers, in training, and on a GPU. */
export function pooledConvolution(
  layer: tf.layers.Layer,
  model: tf.LayersModel,
): PooledConvolution | undefined {
  const backend = currentBackend();
  if (!backend?.binding.tracing || backend.binding.isUsingGpuDevice()) return undefined;
  const convolution = layer as WithBias;
  const { bias, activation } = convolution;
  const pooling = onlyReader(layer, model);
  const after = afterwards[activation?.getClassName() ?? ""];
  if (layer.getClassName() !== "Conv1D" || !bias || !after) return undefined;
  if (!pooling || !poolsPairs(pooling)) return undefined;
  return {
    pooling,
    apply(x) {
      const rows = x.shape[0]!;
      const [, time, filters] = layer.outboundNodes[0]!.inputTensors[0]!.shape as number[];
      if (rows * time! * filters! < ENOUGH) return pooling.apply(layer.apply(x)) as tf.Tensor;
      const y = bare(convolution, () => layer.apply(x) as tf.Tensor);
      return after(y, bias.read())[0]!;
    },
  };
}

/** Values for which one loop pays for its call. */
const ENOUGH = 1e5;

const afterwards: Record<string, ReturnType<typeof fuseOps>> = {
  linear: fuseOps((y, bias) => [largerOfPairs(y!.add(bias!))]),
  relu: fuseOps((y, bias) => [largerOfPairs(y!.add(bias!)).relu()]),
};

/** What a layer gives without bias and activation. */
function bare<T>(layer: WithBias, apply: () => T): T {
  const { bias, activation } = layer;
  layer.bias = null;
  layer.activation = linear;
  try {
    return apply();
  } finally {
    layer.bias = bias;
    layer.activation = activation;
  }
}

const linear = { getClassName: () => "linear", apply: (x: tf.Tensor) => x };
