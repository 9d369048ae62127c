// A contender: epochs of trainModel(), the loop that `deno task train` runs.
import type * as tf from "@tensorflow/tfjs";
import type { Audit, Dataset, Role } from "lib/beats/mod.ts";
import { buildCnn, buildRnn } from "lib/models/mod.ts";
import { currentBackend, startBackend } from "lib/tensorflow/mod.ts";
import { type TrainingEvent, trainModel } from "lib/training/mod.ts";
import { readRows, type RowFiles } from "../row_files.ts";
import { ownVersions, tell, waitForRun, workerOptions } from "./answer_runs.ts";

const { model: family, batch, threads, rows } = workerOptions<{
  model: "cnn" | "lstm";
  batch: number;
  threads: { intra: number; inter: number };
  rows: RowFiles;
}>();

await startBackend({ threads });
const { values, labels } = await readRows(rows);
const model = family === "cnn" ? buildCnn({}) : buildRnn({});
const versions = {
  ...ownVersions(),
  "TensorFlow (C library)": currentBackend()?.binding.context.library.version ?? "none (WASM)",
};
const facts = {
  parameters: model.trainableWeights.reduce((sum, weight) => sum + size(weight.read()), 0),
  rows: labels.length,
};
/** The rows are parts of one dataset that was looked through when it was made. */
const audit = { split: "rows of the benchmark" } as Audit;
let warm = false;
let loss = NaN;
let start = performance.now();
let seconds = NaN;

await trainModel(model, {
  train: dataset("train", labels.length),
  // Every epoch ends with a validation; this one is as short as can be and is not timed.
  validation: dataset("validation", 1),
  epochs: 1_000_000,
  batchSize: batch,
  schedule: "constant",
  patience: 0,
  onEvent: timeEpoch,
});

/** An epoch lasts from the answer to `run` to its last batch; between epochs the process sleeps. */
function timeEpoch(event: TrainingEvent): void {
  if (event.type === "batch") {
    if (event.batch < event.batches) return;
    seconds = (performance.now() - start) / 1000;
    loss = event.loss;
    return;
  }
  if (warm) tell({ seconds, loss });
  else tell({ facts, versions, loss });
  warm = true;
  if (!waitForRun()) Deno.exit(0);
  start = performance.now();
}

function dataset<R extends Role>(role: R, count: number): Dataset<R> {
  return {
    role,
    audit,
    inputs: { beat: { shape: [187, 1], values: values.subarray(0, count * 187) } },
    labels: labels.subarray(0, count),
    provenance: [],
    source: { name: "rows of the benchmark", synthetic: false },
  };
}

function size(tensor: tf.Tensor): number {
  return tensor.shape.reduce((product, length) => product * length, 1);
}
