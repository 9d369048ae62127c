import defer * as tf from "@tensorflow/tfjs";
import { createPrng, type Prng } from "lib/random/mod.ts";
import { drawBeta } from "./draw_beta.ts";
import { shuffledRows } from "./shuffled_rows.ts";
import type { TrainingConfig } from "../configuration/training_config.ts";

/** Which rows of a batch are mixed. */
export interface Mixture {
  /** The other row of each row, by its place in the batch. */
  partners: Uint32Array;
  /** What each row keeps of itself; the rest is its partner's. */
  shares: Float32Array;
}

/** Pairs and shares for a batch of `count` rows; shares come from Beta(alpha, alpha), each row has its own. */
export function drawMixture(
  count: number,
  { alpha, prng }: { alpha: number; prng: Prng },
): Mixture {
  const partners = shuffledRows(count, prng);
  return { partners, shares: Float32Array.from(partners, () => drawBeta(alpha, prng)) };
}

/**
 * Rows and labels of a batch, mixed: share * row + (1 - share) * partner (Zhang et al. 2018, with a share for each
 * row as Keras's MixUp has).
 *
 * @param batch inputs [rows, ...], then labels as int32 [rows].
 * @returns inputs of the same shapes, then the classes' shares of each row's label, float32 [rows, classes].
 */
export function mixBatch(
  batch: tf.Tensor[],
  { partners, shares }: Mixture,
  { classes }: { classes: number },
): tf.Tensor[] {
  return tf.tidy(() => {
    const others = tf.tensor1d(Int32Array.from(partners), "int32");
    const rows = [...batch.slice(0, -1), tf.oneHot(batch.at(-1)!, classes).toFloat()];
    return rows.map((own) => {
      const share = tf.tensor(shares, [shares.length, ...own.shape.slice(1).fill(1)]);
      return own.mul(share).add(own.gather(others).mul(tf.sub(1, share)));
    });
  });
}

/**
 * What is done to the batches of an epoch when `mixup` is above 0, from seed and epoch alone, so that a resumed
 * training sees the same pairs.
 */
export function mixing({ mixup, seed }: TrainingConfig, epoch: number, classes: number) {
  if (mixup === 0) return (batch: tf.Tensor[]) => batch;
  const prng = createPrng((Math.imul(seed, 0xcc9e2d51) ^ Math.imul(epoch, 0x1b873593)) >>> 0);
  return (batch: tf.Tensor[]) =>
    mixBatch(batch, drawMixture(batch[0]!.shape[0]!, { alpha: mixup, prng }), { classes });
}
