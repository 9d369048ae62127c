import type * as tf from "@tensorflow/tfjs";
import { explainMismatch } from "../keras/mismatch.ts";
import defer * as building from "./build_graph.ts";
import { encodeModel } from "./encode_model.ts";
import type { StoredWeight } from "./layer_call.ts";
import { nameOutputs } from "./name_outputs.ts";

/** What an ONNX file says beside its graph. */
export interface WriteOnnxOptions {
  /** Texts by name, which the file's reader finds as `metadata_props`; none by default. */
  metadata?: Record<string, string>;
}

/**
 * A model as an ONNX file (opset 17), float32, for any number of rows at once. Inputs are named as the model's, for
 * instance "beat" of [rows, 187, 1]; the output is "probabilities" of [rows, classes] where it is a softmax, else named
 * as its layer. Dropout and noise, which only training has, are left out.
 *
 * @example
 * ```ts
 * import { buildCnn, writeOnnx } from "lib/models/mod.ts";
 *
 * const bytes = await writeOnnx(buildCnn({ filters: [4], kernels: [3] }), {
 *   metadata: { classes: "N,S,V,F,Q" },
 * });
 * await Deno.writeFile(await Deno.makeTempFile({ suffix: ".onnx" }), bytes);
 * ```
 *
 * @throws {Error} when the model has a layer, or a setting of one, that is not translated; it is named.
 */
export async function writeOnnx(
  model: tf.LayersModel,
  { metadata = {} }: WriteOnnxOptions = {},
): Promise<Uint8Array> {
  try {
    const weights = await readWeights(model);
    const built = building.buildGraph(model, weights);
    return encodeModel(nameOutputs(built, model), { name: model.name, metadata });
  } catch (error) {
    throw explainMismatch(`Cannot write model "${model.name}" as ONNX`, error);
  }
}

async function readWeights(model: tf.LayersModel) {
  const entries = await Promise.all(model.weights.map(async (weight) => {
    const tensor = weight.read();
    const values = await tensor.data() as Float32Array;
    return [weight.id, { shape: tensor.shape, values }] as [number, StoredWeight];
  }));
  const stored = new Map(entries);
  return (layer: tf.layers.Layer) => layer.weights.map((weight) => stored.get(weight.id)!);
}
