import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import {
  aamiClasses,
  type ProtocolName,
  protocols,
  rhythmNames,
  rowFrequency,
  rowLength,
  shapeLength,
} from "lib/beats/mod.ts";
import { type ModelConfig, readModelFolder } from "lib/evaluation/mod.ts";
import { loadModel, writeOnnx } from "lib/models/mod.ts";

/**
 * The model of a folder as an ONNX file that says what its rows and its classes are, what it was trained on and where
 * its card is.
 *
 * @throws {Error} when the folder is no model's, or the model has a layer that is not translated.
 */
export async function exportOnnx(directory: string): Promise<Uint8Array> {
  const { config } = await readModelFolder(directory);
  return await writeOnnx(await loadModel(directory), { metadata: onnxMetadata(directory, config) });
}

/** What an ONNX file says of a model, as texts. */
export function onnxMetadata(directory: string, config: ModelConfig): Record<string, string> {
  const card = cardAddress(directory);
  const { classes } = protocols[(config.protocol ?? "by_beat") as ProtocolName];
  const known = aamiClasses.slice(0, classes);
  const ofShape = config.view === "difference";
  return {
    classes: known.map(({ letter }) => letter).join(","),
    class_names: JSON.stringify(known.map(({ name }) => name)),
    row: ofShape
      ? `${shapeLength} values of one lead, the beat's shape less the usual one of the beats around it`
      : `${rowLength} values from 0 to 1 of one lead, padded with zeros`,
    row_length: String(ofShape ? shapeLength : rowLength),
    ...(config.contextUnits
      ? { context: rhythmNames.join("; ") + "; unlikeness of the QRS complex" }
      : {}),
    sampling_rate: String(rowFrequency),
    trained_on: config.source.name,
    training_rows: String(config.rows),
    ...config.commit && { commit: config.commit },
    ...card && { card },
  };
}

/** The card's path in the project; undefined for a model without one or from elsewhere: no path of this machine. */
function cardAddress(directory: string): string | undefined {
  const card = join(directory, "README.md");
  const address = relative(join(import.meta.dirname!, "../../.."), resolve(card));
  if (!existsSync(card) || address.startsWith("..") || isAbsolute(address)) return undefined;
  return address.replaceAll("\\", "/");
}
