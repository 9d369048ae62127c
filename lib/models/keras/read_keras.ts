import { requireRegularFile } from "lib/files/mod.ts";
import type * as tf from "@tensorflow/tfjs";
import { readArchive } from "./archive.ts";
import { asObject, parseJson } from "./json.ts";
import { describeLegacy } from "./legacy/describe_legacy.ts";
import defer * as legacy from "./legacy/legacy_groups.ts";
import { explainMismatch, Mismatch } from "./mismatch.ts";
import defer * as reading from "./read_model.ts";
import { openWeights } from "./weights/weights_file.ts";

const MIB = 2 ** 20;
const limits = { "metadata.json": MIB / 16, "config.json": 4 * MIB, "model.weights.h5": 256 * MIB };
const LARGEST_FILE = 512 * MIB;

/**
 * Reads a model that Keras 3 (3.4 to 3.15) or {@linkcode writeKeras} stored in a `.keras` file: Functional or
 * Sequential, with weights in float32. The state of an optimizer is left out.
 *
 * Operations that were called as functions (`keras.ops`, `keras.activations`, arithmetic) become layers; models in
 * models are taken apart; what Keras computes in half precision (`mixed_float16`) is computed in float32. What
 * TensorFlow.js has not is a layer of our own ({@linkcode loadModel} knows them): GRUs with `reset_after=True`,
 * causal, grouped, separable, depthwise and transposed convolutions, attention, Normalization, GroupNormalization,
 * padding, cropping and upsampling. The model goes on training where TensorFlow.js can differentiate it: it cannot
 * with dilated convolutions.
 *
 * The older format of one HDF5 file (`.h5`, of Keras 2) is read too, where its layers are known.
 *
 * Not read: layers that carry code (Lambda and classes of one's own), layers and operations that mix rows, masks before
 * attention, averaging, merging and rescaling layers, recurrent layers that were told to give zeros at masked steps, Keras
 * 3's hard sigmoid as the activation of a layer.
 *
 * @throws {Error} when the file is missing, damaged or larger than 512 MiB, or holds what cannot be had here, which it names.
 */
export async function readKeras(path: string): Promise<tf.LayersModel> {
  try {
    await requireRegularFile(path);
    const { size } = await Deno.stat(path);
    if (size > LARGEST_FILE) throw new Mismatch(`a file of at most ${LARGEST_FILE} bytes`, size);
    const bytes = await Deno.readFile(path);
    return await (isHdf5(bytes) ? readLegacy(bytes) : readCurrent(bytes));
  } catch (error) {
    throw explainMismatch(`Cannot read model "${path}"`, error);
  }
}

async function readCurrent(bytes: Uint8Array): Promise<tf.LayersModel> {
  const files = await readArchive(bytes, limits);
  const metadata = asObject(parseJson(files["metadata.json"], "metadata.json"), "metadata.json");
  if (!String(metadata.keras_version).startsWith("3.")) {
    throw new Mismatch("a file of Keras 3", metadata.keras_version);
  }
  const description = parseJson(files["config.json"], "config.json");
  const weights = await openWeights(files["model.weights.h5"]);
  try {
    return reading.readModel(description, weights);
  } finally {
    weights.close();
  }
}

/** One HDF5 file holds all. */
async function readLegacy(bytes: Uint8Array): Promise<tf.LayersModel> {
  const weights = await openWeights(bytes);
  try {
    const stored = weights.attribute("", "model_config");
    if (typeof stored !== "string") {
      throw new Mismatch("a whole model in the file (model.save, not save_weights)", stored);
    }
    const description = describeLegacy(
      parseJson(new TextEncoder().encode(stored), "model_config"),
    );
    return reading.readModel(description, weights, {
      groupsOf: (graph) => legacy.legacyGroups(graph, weights),
    });
  } finally {
    weights.close();
  }
}

function isHdf5(bytes: Uint8Array): boolean {
  const start = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
  return start.every((byte, i) => bytes[i] === byte);
}
