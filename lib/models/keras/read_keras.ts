import { requireRegularFile } from "lib/files/mod.ts";
import type * as tf from "@tensorflow/tfjs";
import { readArchive } from "./archive.ts";
import { asObject, parseJson } from "./json.ts";
import { explainMismatch, Mismatch } from "./mismatch.ts";
import defer * as reading from "./read_model.ts";
import { openWeights } from "./weights_file.ts";

const MIB = 2 ** 20;
const limits = { "metadata.json": MIB / 16, "config.json": 4 * MIB, "model.weights.h5": 256 * MIB };
const LARGEST_FILE = 512 * MIB;

/**
 * Reads a model that Keras 3 (3.4 to 3.15) or {@linkcode writeKeras} stored in a `.keras` file: Functional or
 * Sequential, in float32, of layers that TensorFlow.js has too. The state of an optimizer is left out.
 *
 * Not read: models in models, layers that carry code, masks, hard sigmoids and GRUs with `reset_after=True` (both are
 * other functions in TensorFlow.js).
 *
 * @throws {Error} when the file is missing, damaged or larger than 512 MiB, or holds what TensorFlow.js does not have.
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
      return reading.readModel(description, weights);
    } finally {
      weights.close();
    }
  } catch (error) {
    throw explainMismatch(`Cannot read model "${path}"`, error);
  }
}
