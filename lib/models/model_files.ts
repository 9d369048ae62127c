import { join } from "node:path";
import defer * as tf from "@tensorflow/tfjs";
import { replaceFile, requireRegularFile } from "lib/files/mod.ts";
import defer * as ownLayers from "./keras/layers/register_layers.ts";

/**
 * Writes a model as TensorFlow.js does: `model.json` and `weights.bin` in one folder. The two files are
 * replaced one after the other, each whole.
 */
export async function saveModel(model: tf.LayersModel, directory: string): Promise<void> {
  await Deno.mkdir(directory, { recursive: true });
  const write = (name: string, content: string | Uint8Array) =>
    replaceFile(join(directory, name), content);
  await model.save(tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
    await write("weights.bin", new Uint8Array(tf.io.CompositeArrayBuffer.join(weightData)));
    const description = {
      format: "layers-model",
      generatedBy: `TensorFlow.js ${tf.version.tfjs}`,
      modelTopology,
      weightsManifest: [{ paths: ["weights.bin"], weights: weightSpecs }],
    };
    await write("model.json", JSON.stringify(description, null, 1) + "\n");
    return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" as const } };
  }));
}

/**
 * Reads a model that {@linkcode saveModel} wrote.
 *
 * @throws {Error} when a file is missing or is not what it should be.
 */
export async function loadModel(directory: string): Promise<tf.LayersModel> {
  try {
    const description = join(directory, "model.json");
    await requireRegularFile(description);
    const text = await Deno.readTextFile(description);
    const { weightsManifest: [manifest] } = JSON.parse(text);
    const weightsFile = join(directory, manifest.paths[0]);
    await requireRegularFile(weightsFile);
    return await parseModel(text, await Deno.readFile(weightsFile));
  } catch (error) {
    throw new Error(
      `Cannot load a model from "${directory}": wanted model.json and weights.bin as TensorFlow.js writes ` +
        `them, found: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
}

/**
 * A model from what is in the two files that {@linkcode saveModel} writes, for where there are no files.
 *
 * @param description the text of `model.json`.
 * @param weights the bytes of `weights.bin`.
 * @throws {Error} what TensorFlow.js or `JSON.parse()` throws, when they are not what they should be, and when there are
 *   more bytes than weights: the two files are of different models.
 */
export async function parseModel(
  description: string,
  weights: Uint8Array<ArrayBuffer>,
): Promise<tf.LayersModel> {
  ownLayers.registerLayers();
  const { modelTopology, weightsManifest: [manifest] } = JSON.parse(description);
  const described = bytesOf(manifest.weights);
  if (weights.length > described) {
    throw new Error(
      `Cannot read a model: its weights must have ${described} bytes but have ${weights.length}`,
    );
  }
  const model = await tf.loadLayersModel(tf.io.fromMemory({
    modelTopology,
    weightSpecs: manifest.weights,
    weightData: weights.slice().buffer,
  }));
  // A chain of layers has no names of its inputs before.
  if (model instanceof tf.Sequential) model.build();
  return model;
}

/** How many bytes weights take; no bound for such as TensorFlow.js has made smaller. */
function bytesOf(weights: tf.io.WeightsManifestEntry[]): number {
  const sizes = weights.map(({ shape, dtype, quantization }) =>
    quantization
      ? Infinity
      : tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype as "int32")
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
