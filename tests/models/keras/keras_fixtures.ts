import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { readArchive, writeArchive } from "../../../lib/models/keras/archive.ts";

/** The files that Keras wrote: see tests/reference/models_keras_files.py. */
export const fixtures = join(import.meta.dirname!, "..", "..", "fixtures", "models", "keras");

/** Models that TensorFlow.js can compute, with the versions of Keras that wrote them. */
export const goldens = [
  ...["3.4.1", "3.8.0", "3.15.1"].map((version) => ["cnn", version] as const),
  ...["rnn", "attention", "branches", "chain", "sequential"].flatMap((name) =>
    ["3.4.1", "3.15.1"].map((version) => [name, version] as const)
  ),
];

/** The path of a file that Keras wrote. */
export function goldenPath(name: string, version = "3.15.1"): string {
  return join(fixtures, `${name}-${version}.keras`);
}

/** The files in a Keras file. */
export async function unpackKeras(path: string) {
  const limits = { "metadata.json": 1e6, "config.json": 1e6, "model.weights.h5": 1e6 };
  return await readArchive(await Deno.readFile(path), limits);
}

/** What a description of a layer may be asked for and changed in. */
// deno-lint-ignore no-explicit-any
export type Description = any;

/** A Keras file with another description, made from one of Keras's. */
export async function changedKeras(
  name: string,
  change: (config: Description) => unknown,
): Promise<Uint8Array> {
  const files = await unpackKeras(goldenPath(name));
  const config = JSON.parse(new TextDecoder().decode(files["config.json"]));
  const changed = change(config) ?? config;
  return await writeArchive({ ...files, "config.json": encode(JSON.stringify(changed)) });
}

/** The layer of a class in a description. */
export function layerOf(config: Description, className: string): Description {
  return config.config.layers.find((layer: Description) => layer.class_name === className);
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The rows of a golden model, and what Keras makes of them. */
export async function goldenRows(name: string, model: tf.LayersModel) {
  const { inputs, outputs } = JSON.parse(await Deno.readTextFile(join(fixtures, `${name}.json`)));
  const tensors = model.inputNames.map((input) =>
    tf.tensor(inputs[input].values, inputs[input].shape)
  );
  return { tensors, outputs: outputs as { shape: number[]; values: number[] }[] };
}
