// A contender: class probabilities of rows.
import * as tf from "@tensorflow/tfjs";
import { buildCnn, compilePredictor } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { readRows, type RowFiles } from "../row_files.ts";
import { answerRuns, ownVersions, workerOptions } from "./answer_runs.ts";

const { batch, threads, rows } = workerOptions<{
  batch: number;
  threads: { intra: number; inter: number };
  rows: RowFiles;
}>();

await startBackend({ threads });
const { values, labels } = await readRows(rows);
const inputs = { beat: { shape: [187, 1], values } };
const model = buildCnn({});
setKnownWeights(model);
const predictor = compilePredictor(model);

const facts = { rows: labels.length, "mean probabilities": columnMeans(predictAll()) };
await answerRuns({ facts, versions: ownVersions() }, () => void predictAll());

function predictAll(): Float32Array {
  return predictor.predict(inputs, { batchSize: batch });
}

/** The weights of keras_models.py's `set_known_weights`, so that all contenders must find the same. */
function setKnownWeights(model: tf.LayersModel): void {
  let array = 0;
  for (const layer of model.layers) {
    const weights = layer.weights.map(({ name, shape }) => {
      const factor = ++array;
      const offset = name.includes("variance") ? 1 : 0;
      const length = shape.reduce<number>((product, size) => product * size!, 1);
      const values = Float32Array.from({ length }, (_, i) => offset + 0.1 * Math.sin(i * factor));
      return tf.tensor(values, shape as number[]);
    });
    if (weights.length > 0) layer.setWeights(weights);
  }
}

function columnMeans(values: Float32Array): number[] {
  const sums = [0, 0, 0, 0, 0];
  values.forEach((value, i) => sums[i % 5]! += value);
  return sums.map((sum) => sum / labels.length);
}
