import type * as tf from "@tensorflow/tfjs";
import { replaceFile } from "lib/files/mod.ts";
import { writeArchive } from "./archive.ts";
import { explainMismatch } from "./mismatch.ts";
import defer * as groups from "./weights/weight_groups.ts";
import { packWeights } from "./weights/weights_file.ts";
import defer * as writing from "./write_model.ts";

/** The oldest version of Keras that reads the files; later ones do as well. */
const KERAS_VERSION = "3.4.1";

/**
 * Writes a model as a `.keras` file that Keras 3 (3.4 to 3.15) loads without any code of ours:
 * `keras.models.load_model(path)`. The file is replaced whole. The state of an optimizer is not stored: a model goes on
 * training in Keras after `compile`. A layer that is called at several depths is more than Keras 3.4 itself reads back.
 *
 * @example
 * ```ts
 * import { buildCnn, readKeras, writeKeras } from "lib/models/mod.ts";
 *
 * const path = await Deno.makeTempFile({ suffix: ".keras" });
 * await writeKeras(buildCnn({ filters: [4], kernels: [3] }), path);
 * const model = await readKeras(path);
 * ```
 *
 * @param path its name must end in `.keras`, or Keras refuses it.
 * @throws {Error} when the model has something that Keras has not, for instance TensorFlow.js's hard sigmoid.
 */
export async function writeKeras(model: tf.LayersModel, path: string): Promise<void> {
  try {
    const config = writing.writeModel(model);
    const weights = await packWeights(await storedArrays(model.layers));
    const saved = new Date().toISOString().slice(0, 19).replace("T", "@");
    const archive = await writeArchive({
      "metadata.json": encodeJson({ keras_version: KERAS_VERSION, date_saved: saved }),
      "config.json": encodeJson(config),
      "model.weights.h5": weights,
    });
    await replaceFile(path, archive);
  } catch (error) {
    throw explainMismatch(`Cannot write model "${path}"`, error);
  }
}

async function storedArrays(layers: readonly tf.layers.Layer[]) {
  const arrays = groups.weightGroups(layers).flatMap(({ owner, path, nameOf, unread }) => {
    const weights = owner.getWeights();
    const placed = weights.map(async (tensor, i) => ({
      path: `${path}/${nameOf(i)}`,
      shape: tensor.shape,
      values: await tensor.data() as Float32Array,
    }));
    // Keras wants what is not read to be there.
    const others = Array.from({ length: weights.length > 0 ? unread : 0 }, (_, i) => ({
      path: `${path}/${nameOf(weights.length + i)}`,
      shape: [],
      values: new Float32Array(1),
    }));
    return [...placed, ...others];
  });
  return await Promise.all(arrays);
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
