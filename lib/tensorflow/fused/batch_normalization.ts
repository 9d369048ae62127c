import * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { attribute, nativeOp } from "../native_op.ts";
import { patchLayer, type Undo } from "./patch.ts";

/** What a batch normalization layer of TensorFlow.js keeps. */
export interface BatchNormalization extends tf.layers.Layer {
  axis: number;
  momentum: number;
  epsilon: number;
  gamma: tf.LayerVariable | null;
  beta: tf.LayerVariable | null;
  movingMean: tf.LayerVariable;
  movingVariance: tf.LayerVariable;
}

/** Batch normalization in training in a few passes over the batch: see {@linkcode normalizeTogether}. */
export function fuseBatchNormalization(): Undo {
  return patchLayer<BatchNormalization>(
    tf.layers.batchNormalization({}),
    (layer, x, args) => args.training ? normalizeTogether(layer, [x])?.[0] : undefined,
  );
}

/**
 * Normalizes the parts of one batch by the mean and variance of all of them, and moves the layer's moving
 * statistics; the moving variance follows the population variance, as in Keras. The passes over a part are
 * ops of their own, so that parts are worked on side by side; only vectors of channels go between them.
 *
 * @param parts [rows, ..., channels].
 * @returns parts of the same shapes; `undefined` for what is not covered: another axis than the last, no scale
 * or no centre, or a backend without TensorFlow's ops.
 */
export function normalizeTogether(
  layer: BatchNormalization,
  parts: tf.Tensor[],
): tf.Tensor[] | undefined {
  const { gamma, beta, epsilon, momentum } = layer;
  const last = layer.axis === -1 || layer.axis === parts[0]!.rank - 1;
  if (!last || !gamma || !beta || !currentBackend()) return undefined;
  const [mean, variance] = tf.unstack(moments(parts)) as [tf.Tensor, tf.Tensor];
  move(layer.movingMean, mean, momentum);
  move(layer.movingVariance, variance, momentum);
  const scale = gamma.read().mul(variance.add(epsilon).rsqrt());
  const shift = beta.read().sub(mean.mul(scale));
  return parts.map((part) => scaleAndShift(part, scale, shift));
}

/** @returns mean and population variance of each channel over all parts, [2, channels]. */
function moments(parts: tf.Tensor[]): tf.Tensor {
  const count = parts.reduce((sum, { size, shape }) => sum + size / shape.at(-1)!, 0);
  const fused = tf.customGrad((...inputs) => {
    const save = inputs.pop() as unknown as tf.GradSaveFunc;
    const parts = inputs as tf.Tensor[];
    const mean = tf.addN(parts.map(sumRows)).div(count);
    const squares = parts.map((part) => sumRows(tf.squaredDifference(part, mean)));
    save([...parts, mean]);
    return {
      value: tf.stack([mean, tf.addN(squares).div(count)]),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const mean = saved.at(-1)!;
        const [byMean, byVariance] = tf.unstack(dy.div(count)) as [tf.Tensor, tf.Tensor];
        const slope = byVariance.mul(2);
        const offset = byMean.sub(mean.mul(slope));
        return saved.slice(0, -1).map((part) => addToRows(part.mul(slope), offset));
      },
    };
  });
  return fused(...parts);
}

/** x * scale + shift, with a scale and a shift for each channel. */
function scaleAndShift(x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const fused = tf.customGrad((...inputs) => {
    const [x, scale, shift, save] = inputs as unknown as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.GradSaveFunc,
    ];
    save([x, scale]);
    return {
      value: addToRows(x.mul(scale), shift),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [x, scale] = saved as [tf.Tensor, tf.Tensor];
        return [dy.mul(scale), sumRows(dy.mul(x)), sumRows(dy)];
      },
    };
  });
  return fused(x, scale, shift);
}

const attributes = [attribute.type("T", "float32"), attribute.string("data_format", "NHWC")];

/** Sum over all axes but the last. */
function sumRows(x: tf.Tensor): tf.Tensor {
  return nativeOp("BiasAddGrad", [x], { attributes })[0]!;
}

function addToRows(x: tf.Tensor, row: tf.Tensor): tf.Tensor {
  return nativeOp("BiasAdd", [x, row], { attributes })[0]!;
}

/** moving = momentum * moving + (1 - momentum) * value */
function move(moving: tf.LayerVariable, value: tf.Tensor, momentum: number): void {
  tf.tidy(() => {
    const old = moving.read();
    moving.write(old.sub(old.sub(value).mul(1 - momentum)));
  });
}
