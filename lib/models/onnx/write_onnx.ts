import type * as tf from "@tensorflow/tfjs";
import { foldModel } from "lib/tensorflow/mod.ts";
import type { RowInputs } from "../gather_batch.ts";
import { explainMismatch, Mismatch } from "../keras/mismatch.ts";
import defer * as building from "./build_graph.ts";
import defer * as compacting from "./compact/compact_graph.ts";
import { encodeModel } from "./encode_model.ts";
import type { StoredWeight } from "./layer_call.ts";
import { nameOutputs } from "./name_outputs.ts";

/** What an ONNX file says beside its graph, and how it says that. */
export interface WriteOnnxOptions {
  /** Texts by name, which the file's reader finds as `metadata_props`; none by default. */
  metadata?: Record<string, string>;
  /**
   * Whether batch normalization is folded into the layers before it, and a rescaling of the row into the convolutions
   * behind it: fewer operations with the same outputs but for rounding. False by default.
   */
  folded?: boolean;
  /** Whole numbers of 8 bits, in a file that is folded; none by default: float32. */
  int8?: Int8Options;
}

/** What is computed with whole numbers of 8 bits. */
export interface Int8Options {
  /**
   * Training rows by whose smallest and largest values the values between layers are quantized. Without them the
   * weights alone are: as small a file, nearer to the model, but about as slow as float32, and slower row by row.
   */
  valuesBy?: RowInputs;
}

/**
 * A model as an ONNX file (opset 17), float32, for any number of rows at once. Inputs are named as the model's, for
 * instance "beat" of [rows, 187, 1]; the output is "probabilities" of [rows, classes] where it is a softmax, else named
 * as its layer. Dropout and noise, which only training has, are left out. With `int8`, convolutions and dense layers have
 * whole numbers of 8 bits as weights, with a step for each output channel; other layers with weights are refused.
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
 * @throws {Error} when the model has a layer, or a setting of one, that is not translated, folded or quantized; it is
 * named.
 */
export async function writeOnnx(
  model: tf.LayersModel,
  { metadata = {}, folded = false, int8 }: WriteOnnxOptions = {},
): Promise<Uint8Array> {
  const compact = folded || int8 !== undefined;
  const source = compact ? foldModel(model) : model;
  try {
    if (!source) throw new Mismatch("layers that are used once, without a state", oddLayer(model));
    const built = building.buildGraph(source, await readWeights(source));
    if (compact) compacting.compactGraph(built, { model: source, int8 });
    return encodeModel(nameOutputs(built, model), { name: model.name, metadata });
  } catch (error) {
    throw explainMismatch(`Cannot write model "${model.name}" as ONNX`, error);
  } finally {
    if (compact) source?.dispose();
  }
}

/** The name of a layer for which a model cannot be folded: used again, with a state, or a model itself. */
function oddLayer({ layers }: tf.LayersModel): string {
  const odd = layers.find((layer) =>
    layer.inboundNodes.length !== 1 || layer.stateful || "layers" in layer
  );
  return odd?.name ?? "others";
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
