import * as tf from "@tensorflow/tfjs";
import { attribute, nativeOp } from "../native_op.ts";
import { patchLayer, type Undo } from "./patch.ts";

interface BatchNormalization extends tf.layers.Layer {
  axis: number;
  momentum: number;
  epsilon: number;
  gamma: tf.LayerVariable | null;
  beta: tf.LayerVariable | null;
  movingMean: tf.LayerVariable;
  movingVariance: tf.LayerVariable;
}

/**
 * Batch normalization in training as FusedBatchNormV3 and its gradient. As in Keras, the moving variance
 * follows the batch's population variance. Another axis than the last, or no scale or centre: not covered.
 */
export function fuseBatchNormalization(): Undo {
  return patchLayer<BatchNormalization>(tf.layers.batchNormalization({}), (layer, x, args) => {
    const { gamma, beta, epsilon } = layer;
    const last = layer.axis === -1 || layer.axis === x.rank - 1;
    if (!args.training || !last || !gamma || !beta) return undefined;
    const channels = x.shape.at(-1)!;
    const image = x.reshape([x.shape[0]!, 1, -1, channels]);
    const normalized = normalize(image, gamma.read(), beta.read(), epsilon);
    const count = x.size / channels;
    const population = normalized.variance.mul((count - 1) / count); // the op gives the sample variance
    move(layer.movingMean, normalized.mean, layer.momentum);
    move(layer.movingVariance, population, layer.momentum);
    tf.dispose([normalized.mean, normalized.variance]);
    return normalized.y.reshape(x.shape);
  });
}

function normalize(x: tf.Tensor, scale: tf.Tensor, offset: tf.Tensor, epsilon: number) {
  const statistics: tf.Tensor[] = [];
  const common = [
    attribute.type("T", "float32"),
    attribute.type("U", "float32"),
    attribute.float("epsilon", epsilon),
    attribute.string("data_format", "NHWC"),
    attribute.bool("is_training", true),
  ];
  const fused = tf.customGrad((...inputs) => {
    const [x, scale, offset, save] = inputs as unknown as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.GradSaveFunc,
    ];
    const none = tf.tensor1d([]);
    const [y, mean, variance, ...reserved] = nativeOp(
      "FusedBatchNormV3",
      [x, scale, offset, none, none],
      { attributes: [...common, attribute.float("exponential_avg_factor", 1)], outputs: 6 },
    );
    statistics.push(tf.keep(mean!), tf.keep(variance!));
    save([x, scale, ...reserved]);
    return {
      value: y!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        nativeOp("FusedBatchNormGradV3", [dy, ...saved], { attributes: common, outputs: 5 })
          .slice(0, 3),
    };
  });
  const y = fused(x, scale, offset);
  return { y, mean: statistics[0]!, variance: statistics[1]! };
}

/** moving = momentum * moving + (1 - momentum) * value */
function move(moving: tf.LayerVariable, value: tf.Tensor, momentum: number): void {
  const old = moving.read();
  moving.write(old.sub(old.sub(value).mul(1 - momentum)));
}
