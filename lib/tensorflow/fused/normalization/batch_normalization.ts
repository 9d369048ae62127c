import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../../backend.ts";
import { customGradients } from "../../capture/custom_gradients.ts";
import { usesKernel } from "../../kernels.ts";
import { fuseOps } from "../../capture/fuse_ops.ts";
import { sumRows } from "../bias.ts";
import {
  type AfterNormalization,
  arrivingGradient,
  normalizedOutput,
} from "./after_normalization.ts";
import { patchLayer, type Undo } from "../patch.ts";
import { sumGroups } from "./sum_groups.ts";

/** What a batch normalization layer of TensorFlow.js keeps. */
export interface BatchNormalization extends tf.layers.Layer {
  axis: number;
  momentum: number;
  epsilon: number;
  gamma?: tf.LayerVariable | null;
  beta?: tf.LayerVariable | null;
  movingMean: tf.LayerVariable;
  movingVariance: tf.LayerVariable;
}

/** What is done in the same passes over memory. */
export interface NormalizationBlock extends AfterNormalization {
  /** A bias [channels] that is not added to `parts`, since normalization removes it. */
  bias?: tf.Tensor;
}

/** Batch normalization in training in a few passes over the batch: see {@linkcode normalizeTogether}. */
export function fuseBatchNormalization(): Undo {
  return patchLayer<BatchNormalization>(
    tf.layers.batchNormalization({}),
    (layer, x, args) =>
      args.training && coversNormalization(layer, x.rank)
        ? normalizeTogether(layer, [x])[0]
        : undefined,
  );
}

/** Whether {@linkcode normalizeTogether} does what the layer does to a tensor of so many axes. */
export function coversNormalization(layer: BatchNormalization, rank: number) {
  const { axis, gamma, beta, trainable } = layer;
  const last = axis === -1 || axis === rank - 1;
  return trainable && last && Boolean(gamma && beta) && currentBackend() !== undefined &&
    usesKernel("normalization");
}

/**
 * Normalizes the parts of one batch by the mean and variance of all of them, and moves the layer's moving
 * statistics; the moving variance follows the population variance, as in Keras. The passes over a part are
 * ops of their own, so that parts are worked on side by side; only vectors of channels go between them.
 *
 * @param parts [rows, ..., channels].
 * @returns parts of the same shapes, or of half the length where pairs are pooled.
 */
export function normalizeTogether(
  { gamma, beta, epsilon, momentum, movingMean, movingVariance }: BatchNormalization,
  parts: tf.Tensor[],
  { bias, ...after }: NormalizationBlock = {},
): tf.Tensor[] {
  const count = parts.reduce((sum, { size, shape }) => sum + size / shape.at(-1)!, 0);
  const factor = after.dropout?.[0]?.factor ?? 1; // of what dropout keeps: taken along for nothing
  const weights = [gamma!.read(), beta!.read(), ...(bias ? [bias] : [])];
  return customGradients([...parts, ...weights], {
    forward(save) {
      const [gamma, beta] = weights as [tf.Tensor, tf.Tensor];
      const mean = sumOfParts(parts).div(count);
      const variance = sumOfParts(parts.map((x) => squaredDistance(x, mean)[0]!)).div(count);
      move(movingMean, bias ? mean.add(bias) : mean, momentum);
      move(movingVariance, variance, momentum);
      const inverse = variance.add(epsilon).rsqrt();
      const scale = gamma.mul(inverse).mul(factor);
      const shift = beta.mul(factor).sub(mean.mul(scale));
      const outputs = parts.map((x, part) => normalizedOutput({ x, scale, shift }, after, part));
      save([...parts, mean, inverse, scale, shift, ...outputs.flatMap(([, ...kept]) => kept)]);
      return outputs.map(([y]) => y!);
    },
    gradient(dys, saved) {
      const parts = saved.slice(0, dys.length);
      const [mean, inverse, scale, shift, ...kept] = saved.slice(dys.length) as Statistics;
      const arriving = parts.map((x, part) =>
        arrivingGradient({ x, scale, shift, dy: dys[part]!, kept: kept[part] }, after)
      );
      const sum = sumOfParts(arriving.map(([, dz]) => dz!));
      const byScale = sumOfParts(arriving.map(([, , dzx]) => dzx!)).sub(mean.mul(sum)).mul(inverse);
      // Through mean and variance every value moves all others.
      const slope = byScale.mul(inverse).mul(scale).div(-count);
      const offset = sum.mul(scale).div(-count).sub(slope.mul(mean));
      const dx = parts.map((x, part) =>
        departing(arriving[part]![0]!, scale, x, slope, offset)[0]!
      );
      const byWeights = [byScale.mul(factor), sum.mul(factor)];
      return [...dx, ...byWeights, ...(bias ? [tf.zerosLike(sum)] : [])];
    },
  });
}

type Statistics = [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor, ...tf.Tensor[]];

const squaredDistance = fuseOps((x, mean) => [sumGroups(x!.sub(mean!).square())]);

const departing = fuseOps((dz, scale, x, slope, offset) => [
  dz!.mul(scale!).add(x!.mul(slope!)).add(offset!),
]);

/** Sum over all parts and all axes but the last. */
function sumOfParts(parts: tf.Tensor[]): tf.Tensor {
  return tf.addN(parts.map(sumRows));
}

/** moving = momentum * moving + (1 - momentum) * value */
function move(moving: tf.LayerVariable, value: tf.Tensor, momentum: number): void {
  tf.tidy(() => {
    const old = moving.read();
    moving.write(old.sub(old.sub(value).mul(1 - momentum)));
  });
}
