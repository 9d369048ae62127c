import type * as tf from "@tensorflow/tfjs";
import { settledShare, stepsDone } from "./settled_share.ts";

/** A function of (inputs ..., labels) that moves the weights once. */
export type TrainingStep = (...batch: tf.Tensor[]) => tf.Tensor[];

/**
 * A training step after which the moving statistics of batch normalization are those of the steps so far, however
 * few: {@linkcode settledShare} in place of 1 - momentum. The layers' own start at mean 0 and variance 1, which still
 * make up a third of them after 100 steps, as in Keras. The weights that are learned are the same.
 *
 * @param random int32 [2], seed and step of dropout, before the step.
 */
export function settleStatistics(
  step: TrainingStep,
  { model, random }: { model: tf.LayersModel; random: tf.Variable },
): TrainingStep {
  const normalizations = model.layers.filter(isNormalization);
  if (normalizations.length === 0) return step;
  return (...batch) => {
    const steps = stepsDone(random);
    const before = normalizations.map(({ movingMean, movingVariance }) =>
      [movingMean, movingVariance].map((moving) => moving.read().clone())
    );
    const results = step(...batch);
    normalizations.forEach(({ momentum, movingMean, movingVariance }, layer) => {
      // The layer has taken a step of 1 - momentum towards the batch's statistics.
      const longer = settledShare(momentum, steps).div(1 - momentum);
      [movingMean, movingVariance].forEach((moving, i) => {
        const old = before[layer]![i]!;
        moving.write(old.add(moving.read().sub(old).mul(longer)));
      });
    });
    return results;
  };
}

interface Normalization extends tf.layers.Layer {
  momentum: number;
  movingMean: tf.LayerVariable;
  movingVariance: tf.LayerVariable;
}

function isNormalization(layer: tf.layers.Layer): layer is Normalization {
  return layer.getClassName() === "BatchNormalization";
}
