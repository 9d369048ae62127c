import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";

/** Weights of {@linkcode tinyModel}: each class looks at one value of the row alone. */
export const tinyWeights = [
  [3, 0, 0, 0, 0],
  [0, 3, 0, 0, 0],
  [0, 0, 3, 0, 0],
  [0, 0, 0, -2, 0],
];

/** A model of rows of four values whose logits are a product with {@linkcode tinyWeights}. */
export function tinyModel(): tf.LayersModel {
  const input = tf.input({ shape: [4, 1], name: "beat" });
  const flat = tf.layers.flatten().apply(input) as tf.SymbolicTensor;
  const classes = tf.layers.dense({ units: 5, activation: "softmax", useBias: false });
  const model = tf.model({
    name: "tiny",
    inputs: input,
    outputs: classes.apply(flat) as tf.SymbolicTensor,
  });
  tf.tidy(() => classes.setWeights([tf.tensor2d(tinyWeights)]));
  return model;
}

/** Rows whose greatest value says what {@linkcode tinyModel} takes them for, with their true labels. */
export function tinyDataset(): Dataset<"test"> {
  const rows = [[1, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0.5, 0, 0], [0, 0, 1, 0]];
  const records = ["101", "100", "100", "101", "101"];
  return {
    role: "test",
    inputs: { beat: { shape: [4, 1], values: Float32Array.from(rows.flat()) } },
    labels: Uint8Array.of(0, 0, 1, 0, 4),
    provenance: records.map((record, row) => ({ record, sample: 360 * (row + 1), symbol: "N" })),
    source: { name: "five rows", synthetic: true },
  };
}
