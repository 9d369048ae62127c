import defer * as tf from "@tensorflow/tfjs";
import { applyInParts, capture, type CapturedStep, foldModel } from "lib/tensorflow/mod.ts";
import { gatherBatch, rowCount, type RowInputs } from "./gather_batch.ts";

/** How rows are predicted. */
export interface PredictOptions {
  /** Rows that go through the model at once; 512 by default. */
  batchSize?: number;
}

/** A model's prediction as a captured step that is traced once for each batch size. */
export interface Predictor {
  /**
   * See {@linkcode predictProbabilities}.
   *
   * @throws {Error} when the rows are not those of the model's inputs, the model gives more than a list of values for
   *   each, or `batchSize` is no whole number from 1.
   */
  predict(inputs: RowInputs, options?: PredictOptions): Float32Array;
  /** Frees what was compiled; the model stays. */
  dispose(): void;
}

/** Prepares a model for predicting again and again; it follows the model's weights when they change. */
export function compilePredictor(model: tf.LayersModel): Predictor {
  let compiled: Compiled | undefined;
  const followed = (): Compiled => {
    const weights = model.weights.map((weight) => weight.read().dataId);
    if (compiled?.weights.every((id, i) => id === weights[i])) return compiled;
    compiled?.dispose();
    return compiled = compile(model, weights);
  };
  return {
    predict(inputs, { batchSize = 512 } = {}) {
      if (!(Number.isInteger(batchSize) && batchSize >= 1)) {
        throw new Error(
          `Cannot predict: batchSize must be a whole number from 1 but is ${batchSize}`,
        );
      }
      const rows = rowCount(inputs);
      const [, classes, ...more] = model.outputs[0]!.shape;
      if (typeof classes !== "number" || more.length > 0) {
        throw new Error(
          `Cannot predict with model "${model.name}": wanted an output of [rows, values], found ` +
            `[rows, ${model.outputs[0]!.shape.slice(1).map((length) => length ?? "any")}]`,
        );
      }
      const probabilities = new Float32Array(rows * classes);
      const order = Uint32Array.from({ length: rows }, (_, i) => i);
      for (let first = 0; first < rows; first += batchSize) {
        const batch = gatherBatch(model, inputs, order.subarray(first, first + batchSize));
        const [output] = followed().step(...batch);
        probabilities.set(output!.dataSync(), first * classes);
        tf.dispose([...batch, output!]);
      }
      return probabilities;
    },
    dispose: () => compiled?.dispose(),
  };
}

interface Compiled {
  /** The values of the model's weights that were folded. */
  weights: object[];
  step: CapturedStep;
  dispose(): void;
}

function compile(model: tf.LayersModel, weights: object[]): Compiled {
  const folded = foldModel(model);
  // Parts keep the cores busy side by side and their values in the caches.
  const step = capture((...batch) => [
    applyInParts(folded ?? model, batch, { training: false, parts: 4 }),
  ]);
  return {
    weights,
    step,
    dispose() {
      step.dispose();
      folded?.dispose();
    },
  };
}

/**
 * Class probabilities of rows.
 *
 * @param inputs the model's inputs by name.
 * @returns float32, rows times classes, one row after the other.
 */
export function predictProbabilities(
  model: tf.LayersModel,
  inputs: RowInputs,
  options: PredictOptions = {},
): Float32Array {
  const predictor = compilePredictor(model);
  try {
    return predictor.predict(inputs, options);
  } finally {
    predictor.dispose();
  }
}
