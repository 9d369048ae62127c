import { requireRegularFile } from "lib/files/mod.ts";
import type * as tf from "@tensorflow/tfjs";
import { readArchive } from "./archive.ts";
import { asObject, parseJson } from "./json.ts";
import { explainMismatch, Mismatch } from "./mismatch.ts";
import { readModel } from "./read_model.ts";
import { openWeights } from "./weights_file.ts";

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
 * Not read: layers that carry code (Lambda and classes of one's own), layers and operations that mix rows, masks before
 * attention, pooling and merging layers, Keras 3's hard sigmoid within recurrent layers.
 *
 * @throws {Error} when the file is missing, damaged or larger than 512 MiB, or holds what cannot be had here, which it names.
 */
export async function readKeras(path: string): Promise<tf.LayersModel> {
  try {
    await requireRegularFile(path);
    const { size } = await Deno.stat(path);
    if (size > LARGEST_FILE) throw new Mismatch(`a file of at most ${LARGEST_FILE} bytes`, size);
    const files = await readArchive(await Deno.readFile(path), limits);
    const metadata = asObject(parseJson(files["metadata.json"], "metadata.json"), "metadata.json");
    if (!String(metadata.keras_version).startsWith("3.")) {
      throw new Mismatch("a file of Keras 3", metadata.keras_version);
    }
    const description = parseJson(files["config.json"], "config.json");
    const weights = await openWeights(files["model.weights.h5"]);
    try {
      return readModel(description, weights);
    } finally {
      weights.close();
    }
  } catch (error) {
    throw explainMismatch(`Cannot read model "${path}"`, error);
  }
}
