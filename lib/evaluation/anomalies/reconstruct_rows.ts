import type * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import { predictProbabilities, rowTargets } from "lib/models/mod.ts";

/** Rows and what an autoencoder gives for them. */
export interface ReconstructedRows {
  /** Values of a row: all inputs, each flat, one after the other. */
  size: number;
  /** What was there, `[rows * size]`. */
  targets: Float32Array;
  /** What was given back, `[rows * size]`. */
  reconstructions: Float32Array;
  /** 0 for the padding of a row, 1 else, `[rows * size]`. */
  weights: Float32Array;
}

/**
 * Lets an autoencoder give back the rows of a dataset.
 *
 * @throws {Error} When the model has an input that the dataset lacks, or gives something other than its inputs.
 */
export function reconstructRows(
  model: tf.LayersModel,
  dataset: Pick<Dataset, "inputs" | "labels">,
): ReconstructedRows {
  const reconstructions = predictProbabilities(model, dataset.inputs);
  const rows = Uint32Array.from(dataset.labels.keys());
  const targets = rowTargets(dataset.inputs, rows, { names: model.inputNames });
  if (reconstructions.length !== targets.targets.length) {
    throw new Error(
      `Cannot reconstruct rows: model "${model.name}" must give ${targets.size} values for each, those of its ` +
        `inputs, but gives ${reconstructions.length / rows.length}`,
    );
  }
  return { reconstructions, ...targets };
}

/** The mean squared error of each row over its own values, padding left out, `[rows]`: how unusual it is. */
export function reconstructionErrors(
  { size, targets, reconstructions, weights }: ReconstructedRows,
): Float32Array {
  return Float32Array.from({ length: targets.length / size }, (_, row) => {
    let [sum, count] = [0, 0];
    for (let i = row * size; i < (row + 1) * size; i++) {
      if (weights[i] === 0) continue;
      sum += (reconstructions[i]! - targets[i]!) ** 2;
      count++;
    }
    return sum / Math.max(count, 1);
  });
}
