import defer * as tf from "@tensorflow/tfjs";

/**
 * The share of the newest value in a moving mean: 9 / (steps + 9), and at least 1 - momentum. The first value is
 * taken whole, so that what the mean began with plays no part; then the mean reaches back over a tenth of the steps
 * so far, until it reaches as far as `momentum` says. (Polynomial-decay averaging, Shamir & Zhang 2013, with
 * eta = 8, up to the usual moving mean.)
 *
 * Division by 1 - momentum^steps, as Adam corrects its moments, takes the beginning away as well, but weighs all of
 * the first steps alike: a mean over weights that were still far from where training went.
 *
 * @param steps values before this one, a scalar.
 */
export function settledShare(momentum: number, steps: tf.Tensor): tf.Tensor {
  return tf.maximum(1 - momentum, tf.div(9, steps.add(9)));
}

/** The steps that are done, float32, a scalar, from what dropout counts: int32 [2], seed and step. */
export function stepsDone(random: tf.Tensor): tf.Tensor {
  return random.slice(1, 1).reshape([]).toFloat();
}
