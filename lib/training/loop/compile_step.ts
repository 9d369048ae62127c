import defer * as tf from "@tensorflow/tfjs";
import {
  type Adam,
  applyForLogits,
  capture,
  type CapturedStep,
  softmaxCrossEntropy,
} from "lib/tensorflow/mod.ts";

/** What a training step computes besides moving the weights. */
export interface StepOptions {
  optimizer: Adam;
  /** int32 [2], seed and step, of dropout; the step counts on by itself. */
  random: tf.Variable;
  /** Number of classes. */
  classes: number;
  labelSmoothing: number;
  /** Exponent of the focal loss; 0: cross-entropy. */
  focusing: number;
  /** A weight for each class; all 1 by default. */
  classWeights?: number[];
  /** Parts of a batch that go through the model side by side. */
  parts: number;
}

/** A training step as one captured function: see {@linkcode trainingStep}. */
export function compileTrainingStep(model: tf.LayersModel, options: StepOptions): CapturedStep {
  return capture(trainingStep(model, options));
}

/**
 * A training step as a function of (inputs ..., labels as int32 [rows]) that moves the weights once and gives
 * the mean loss of the batch in nats and how many rows were right, both scalars. Labels that are several classes'
 * are shares of them, float32 [rows, classes]: a row is right where the greatest share is found. The moving
 * statistics of batch normalization are the layers' own, as Keras's; `settleStatistics()` changes them.
 */
export function trainingStep(model: tf.LayersModel, options: StepOptions) {
  const { optimizer, random, parts } = options;
  return (...batch: tf.Tensor[]): tf.Tensor[] => {
    const labels = batch.at(-1)!;
    let right!: tf.Tensor;
    const loss = optimizer.minimize(() => {
      const logits = applyForLogits(model, batch.slice(0, -1), { training: true, random, parts });
      right = tf.keep(tf.equal(logits.argMax(-1), classOf(labels)).sum());
      return weightedLoss(logits, labels, options);
    });
    random.assign(random.add(tf.tensor1d([0, 1], "int32")));
    return [loss, right];
  };
}

/** A validation step: the losses, unweighted, the predicted classes, int32, both [rows], and the logits, [rows, classes]. */
export function compileValidationStep(model: tf.LayersModel, classes: number): CapturedStep {
  return capture((...batch) => {
    const logits = applyForLogits(model, batch.slice(0, -1), { training: false, parts: 4 });
    const labels = tf.oneHot(batch.at(-1)!, classes).toFloat();
    return [softmaxCrossEntropy(logits, labels), logits.argMax(-1), logits];
  });
}

function classOf(labels: tf.Tensor): tf.Tensor {
  return labels.rank === 2 ? labels.argMax(-1) : labels;
}

/** Sums over the batch are divided by its rows, as in Keras, whatever the weights add up to. */
function weightedLoss(logits: tf.Tensor, labels: tf.Tensor, options: StepOptions): tf.Scalar {
  const { classes, labelSmoothing, focusing, classWeights } = options;
  const hot = labels.rank === 2 ? labels : tf.oneHot(labels, classes).toFloat();
  const smooth = labelSmoothing === 0
    ? hot
    : hot.mul(1 - labelSmoothing).add(labelSmoothing / classes);
  const losses = focusing === 0
    ? softmaxCrossEntropy(logits, smooth)
    : focalLoss(logits, smooth, focusing);
  if (!classWeights) return losses.mean();
  return losses.mul(hot.mul(tf.tensor1d(classWeights)).sum(-1)).mean();
}

/** Each class's part of the cross-entropy times (1 - its probability) ** exponent: Keras's with alpha 1. */
function focalLoss(logits: tf.Tensor, labels: tf.Tensor, exponent: number): tf.Tensor {
  const logs = tf.logSoftmax(logits);
  return labels.mul(tf.sub(1, logs.exp()).pow(exponent)).mul(logs).sum(-1).neg();
}
