import defer * as tf from "@tensorflow/tfjs";
import type { AveragedTraining, WeightAverage } from "./average_weights.ts";
import { settledShare, stepsDone } from "./settled_share.ts";
import { assignValues, valuesOf } from "./weight_values.ts";

/**
 * The moving mean of a model's weights, changed after each step: momentum * mean + (1 - momentum) * weights. The
 * first step's weights are taken whole, as by Keras's `use_ema`; unlike there, the moving statistics of batch
 * normalization are averaged with the weights that they belong to, and with `movingMeans` "settled" the mean reaches
 * back over no more than a tenth of the steps so far, see {@linkcode settledShare}.
 */
export function exponentialAverage(
  model: tf.LayersModel,
  { config, optimizer, random }: AveragedTraining,
): WeightAverage {
  const { emaMomentum: momentum, movingMeans } = config;
  const statistics = model.nonTrainableWeights.map((weight) => weight.read());
  const means = tf.tidy(() =>
    [...model.trainableWeights, ...model.nonTrainableWeights].map((weight) =>
      tf.variable(weight.read().clone(), false)
    )
  );
  const meanOf = new Map(
    [...model.trainableWeights, ...model.nonTrainableWeights].map(({ id }, i) => [id, means[i]!]),
  );
  const ordered = model.weights.map(({ id }) => meanOf.get(id)!);
  return {
    follow: (step) => (...batch) => {
      const steps = stepsDone(random);
      const results = step(...batch);
      const share = movingMeans === "settled"
        ? settledShare(momentum, steps)
        : tf.where(steps.equal(0), tf.scalar(1), tf.scalar(1 - momentum));
      const present = [...optimizer.weights(), ...statistics];
      means.forEach((mean, i) => mean.assign(mean.add(present[i]!.sub(mean).mul(share))));
      return results;
    },
    endEpoch() {},
    values: () => valuesOf(ordered),
    state: () => valuesOf(means),
    restore: (state) => assignValues(means, state),
    dispose: () => tf.dispose(means),
  };
}
