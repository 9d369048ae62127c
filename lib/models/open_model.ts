import type * as tf from "@tensorflow/tfjs";
import { readKeras } from "./keras/read_keras.ts";
import { loadModel } from "./model_files.ts";

/**
 * Reads a model from a folder that {@linkcode saveModel} wrote, or from a file of Keras, by its name (`.keras`, `.h5`).
 *
 * @throws {Error} when there is no such model; see {@linkcode loadModel} and {@linkcode readKeras}.
 */
export async function openModel(path: string): Promise<tf.LayersModel> {
  return await (isKerasFile(path) ? readKeras(path) : loadModel(path));
}

/** Whether a path's name is that of a file of Keras. */
export function isKerasFile(path: string): boolean {
  return /\.(keras|h5|hdf5)$/i.test(path);
}
