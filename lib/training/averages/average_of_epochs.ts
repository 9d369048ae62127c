import type * as tf from "@tensorflow/tfjs";
import type { WeightAverage } from "./average_weights.ts";
import { valuesOf } from "./weight_values.ts";

/**
 * The mean of the weights after each of the last epochs (Izmailov et al. 2018), as many as there are before that
 * many are done; the moving statistics of batch normalization are averaged with them.
 */
export function averageOfEpochs(model: tf.LayersModel, epochs: number): WeightAverage {
  /** Weights after each epoch, the oldest first. */
  let ends: Float32Array[][] = [];
  return {
    follow: (step) => step,
    endEpoch() {
      const present = valuesOf(model.weights.map((weight) => weight.read()));
      ends = [...ends, present].slice(-epochs);
    },
    values: () => meanOfArrays(ends),
    state: () => ends.flat(),
    restore(state) {
      const count = model.weights.length;
      ends = Array.from(
        { length: state.length / count },
        (_, i) => state.slice(i * count, (i + 1) * count),
      );
    },
    dispose() {},
  };
}

/** The mean of the first arrays, of the second, ...; sums in double precision. */
function meanOfArrays(sets: Float32Array[][]): Float32Array[] {
  return sets[0]!.map((first, i) =>
    Float32Array.from(
      first,
      (_, j) => sets.reduce((sum, set) => sum + set[i]![j]!, 0) / sets.length,
    )
  );
}
