import defer * as tf from "@tensorflow/tfjs";
import type { RowInputs } from "./gather_batch.ts";

/** Rows of a model's inputs, which are to be given back, and how much each value counts; both `[rows * values]`. */
export interface RowTargets {
  /** The inputs of a row, each flat, one after the other. */
  targets: Float32Array;
  /** 0 for the padding of an input: the values after its last that is not 0. */
  weights: Float32Array;
  /** Values of a row. */
  size: number;
}

/**
 * What a model that gives back its inputs is to give for some rows.
 *
 * @param names the model's inputs, in its order.
 * @param valueWeights a weight for each value of a row that is no padding, `[values]`; all 1 by default.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { rowTargets } from "lib/models/mod.ts";
 *
 * const inputs = { beat: { shape: [3, 1], values: Float32Array.of(0, 1, 0, 1, 0.5, 0.2) } };
 * const { targets, weights } = rowTargets(inputs, [0], { names: ["beat"] });
 * assert.deepEqual([...targets], [0, 1, 0]);
 * assert.deepEqual([...weights], [1, 1, 0]);
 * ```
 */
export function rowTargets(
  inputs: RowInputs,
  rows: ArrayLike<number>,
  { names, valueWeights }: { names: readonly string[]; valueWeights?: Float32Array },
): RowTargets {
  const sizes = names.map((name) => inputs[name]!.shape.reduce((product, n) => product * n, 1));
  const size = sizes.reduce((sum, own) => sum + own, 0);
  const targets = new Float32Array(rows.length * size);
  const weights = new Float32Array(targets.length);
  let place = 0;
  names.forEach((name, input) => {
    const own = sizes[input]!;
    for (let i = 0; i < rows.length; i++) {
      const row = inputs[name]!.values.subarray(rows[i]! * own, (rows[i]! + 1) * own);
      const at = i * size + place;
      targets.set(row, at);
      const end = row.findLastIndex((value) => value !== 0) + 1;
      for (let k = 0; k < end; k++) weights[at + k] = valueWeights?.[place + k] ?? 1;
    }
    place += own;
  });
  return { targets, weights, size };
}

/** {@linkcode rowTargets} as two tensors, float32 [rows, values]. */
export function gatherTargets(
  inputs: RowInputs,
  rows: ArrayLike<number>,
  options: { names: readonly string[]; valueWeights?: Float32Array },
): tf.Tensor[] {
  const { targets, weights, size } = rowTargets(inputs, rows, options);
  return [targets, weights].map((values) => tf.tensor2d(values, [rows.length, size]));
}

/** No value of an input counts more than one whose variance is such a share of the input's mean variance. */
const leastVariance = 0.01;

/**
 * One over the variance of each value of the rows, padding left out, so that a value counts by how far it is from the
 * usual; a value that hardly varies has the variance of a hundredth of its input's mean.
 */
export function inverseVariances(
  inputs: RowInputs,
  { names, rows }: { names: readonly string[]; rows: number },
): Float32Array {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  const weights = names.map((name) => {
    const own = rowTargets(inputs, all, { names: [name] });
    const variances = Float64Array.from({ length: own.size }, (_, value) => variance(own, value));
    const mean = variances.reduce((sum, one) => sum + one, 0) / own.size;
    return variances.map((one) => 1 / Math.max(one, leastVariance * mean, 1e-12));
  });
  return Float32Array.from(weights.flatMap((own) => [...own]));
}

function variance({ targets, weights, size }: RowTargets, value: number): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let at = value; at < targets.length; at += size) {
    if (weights[at] === 0) continue;
    count++;
    sum += targets[at]!;
    squares += targets[at]! ** 2;
  }
  return count > 0 ? squares / count - (sum / count) ** 2 : 0;
}
