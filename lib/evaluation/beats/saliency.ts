import defer * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import { gatherBatch } from "lib/models/mod.ts";
import { applyForLogits } from "lib/tensorflow/mod.ts";

/** Options of {@linkcode saliency}. */
export interface SaliencyOptions {
  /** The class to ask about for each row, `[rows]`; the one that the model gives it by default. */
  classes?: ArrayLike<number>;
  /** Noisy copies of each row to take the mean over; 25 by default, 1 takes the row as it is. */
  copies?: number;
  /** Standard deviation of the noise, in the rows' unit; 0.05 by default: a twentieth of a beat's height. */
  noise?: number;
  /** Seed of the noise; 0 by default. */
  seed?: number;
  /** The input to look at; "beat" by default. */
  input?: string;
}

/**
 * How much each value of a row moves the score of a class: the size of the gradient of the class's logit,
 * as a mean over noisy copies of the row (SmoothGrad, Smilkov et al. 2017). A plain gradient jumps from
 * sample to sample. Where a row is padded with zeros it says what a signal there would change.
 *
 * @returns As many values as the input has, `[rows * length]`, none negative.
 * @throws {Error} When the model does not end in a softmax, or an input is missing.
 */
export function saliency(
  model: tf.LayersModel,
  rows: Pick<Dataset, "inputs" | "labels">,
  options: SaliencyOptions = {},
): Float32Array {
  const { copies = 25, noise = 0.05, seed = 0, input = "beat", classes } = options;
  const place = model.inputNames.indexOf(input);
  if (place < 0) {
    throw new Error(
      `Cannot find the saliency of input "${input}": wanted one of ${model.inputNames.join(", ")}`,
    );
  }
  const { shape } = rows.inputs[input] ?? { shape: [] };
  const length = shape.reduce((product, side) => product * side, 1);
  const sizes = new Float32Array(rows.labels.length * length);
  for (let first = 0; first < rows.labels.length; first += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows.labels.length - first);
    const numbers = Array.from({ length: count }, (_, index) => first + index);
    const wanted = classes && numbers.map((row) => classes[row]!);
    // TensorFlow.js takes the seed 0 for none.
    const one = { copies, noise, seed: 1 + seed + first, place, wanted };
    sizes.set(meanGradient(model, gatherBatch(model, rows.inputs, numbers), one), first * length);
  }
  return sizes;
}

/** With 25 copies that is a batch of 800. */
const rowsAtOnce = 32;

interface GradientOptions {
  copies: number;
  noise: number;
  seed: number;
  /** The place of the input to look at among the model's inputs. */
  place: number;
  wanted: number[] | undefined;
}

function meanGradient(
  model: tf.LayersModel,
  batch: tf.Tensor[],
  { copies, noise, seed, place, wanted }: GradientOptions,
): Float32Array {
  const sizes = tf.tidy(() => {
    const labels = wanted ? tf.tensor1d(wanted, "int32") : predictedClasses(model, batch);
    const copied = batch.map((tensor) => repeat(tensor, copies));
    const logitSum = (values: tf.Tensor) => {
      const inputs = copied.map((tensor, index) => index === place ? values : tensor);
      const logits = applyForLogits(model, inputs, { training: false });
      return logits.mul(tf.oneHot(repeat(labels, copies), logits.shape.at(-1)!)).sum();
    };
    const exact = copied[place]!;
    const noisy = copies > 1
      ? exact.add(tf.randomNormal(exact.shape, 0, noise, "float32", seed))
      : exact;
    const gradient = tf.grad(logitSum)(noisy).abs();
    return gradient.reshape([copies, ...batch[place]!.shape]).mean(0).dataSync<"float32">().slice();
  });
  tf.dispose(batch);
  return sizes;
}

function predictedClasses(model: tf.LayersModel, batch: tf.Tensor[]): tf.Tensor1D {
  return applyForLogits(model, batch, { training: false }).argMax(-1) as tf.Tensor1D;
}

/** All rows, then all rows again, and so on. */
function repeat(tensor: tf.Tensor, copies: number): tf.Tensor {
  return tf.concat(Array.from({ length: copies }, () => tensor));
}
