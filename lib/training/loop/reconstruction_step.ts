import defer * as tf from "@tensorflow/tfjs";
import { applyInParts, capture, type CapturedStep } from "lib/tensorflow/mod.ts";
import type { StepOptions } from "./compile_step.ts";
import type { TrainingStep } from "../averages/settle_statistics.ts";

/**
 * A training step of a model that is to give back its inputs, as a function of (inputs ..., targets, weights),
 * the last two float32 [rows, values]. It moves the weights once and gives the mean loss of the batch, the weighted
 * mean of squared errors of each row, and the sum over the rows of 1 less the loss; both scalars.
 */
export function reconstructionStep(
  model: tf.LayersModel,
  { optimizer, random, parts }: Pick<StepOptions, "optimizer" | "random" | "parts">,
): TrainingStep {
  return (...batch) => {
    const loss = optimizer.minimize(() => {
      const inputs = batch.slice(0, -2);
      const given = applyInParts(model, inputs, { training: true, random, parts });
      return squaredErrors(given, batch).mean() as tf.Scalar;
    });
    random.assign(random.add(tf.tensor1d([0, 1], "int32")));
    return [loss, tf.sub(1, loss).mul(batch[0]!.shape[0]!)];
  };
}

/** The losses of rows, [rows], as a captured function of the same tensors. */
export function reconstructionLosses(model: tf.LayersModel): CapturedStep {
  return capture((...batch) => [
    squaredErrors(
      applyInParts(model, batch.slice(0, -2), { training: false, parts: 4 }),
      batch,
    ),
  ]);
}

/** The weighted mean of each row's squared errors. */
function squaredErrors(given: tf.Tensor, batch: tf.Tensor[]): tf.Tensor {
  const [targets, weights] = [batch.at(-2)!, batch.at(-1)!];
  const errors = given.sub(targets).square().mul(weights).sum(-1);
  return errors.div(weights.notEqual(0).toFloat().sum(-1).maximum(1));
}
