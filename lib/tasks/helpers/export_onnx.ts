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
  takeRows,
} from "lib/beats/mod.ts";
import { type ModelConfig, readModelFolder } from "lib/evaluation/mod.ts";
import { loadModel, writeOnnx } from "lib/models/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { chosenRows, type RowChoice } from "./chosen_rows.ts";
import { loadDataset } from "./load_dataset.ts";

/** Training rows by whose ranges the values of a model are quantized. */
const RANGE_ROWS = 1000;

/** How a model is exported. */
export interface ExportOnnxOptions {
  /** Whether normalization is folded into the layers beside it. False by default. */
  folded?: boolean;
  /** Whether it computes with whole numbers of 8 bits. False by default. */
  int8?: boolean;
  /** The folder of the records that it was trained on, for `int8`; where there is none they are found. */
  data?: string;
}

/**
 * The model of a folder as an ONNX file that says what its rows and its classes are, what it was trained on and where
 * its card is; of a quantized one, by which rows the ranges of its values were found.
 *
 * @throws {Error} when the folder is no model's, the model has a layer that is not translated, or the records are not
 * those that it was trained on.
 */
export async function exportOnnx(
  directory: string,
  { folded, int8 = false, data }: ExportOnnxOptions = {},
): Promise<Uint8Array> {
  const { config } = await readModelFolder(directory);
  const model = await loadModel(directory);
  const metadata = onnxMetadata(directory, config);
  if (!int8) return await writeOnnx(model, { folded, metadata });
  const rows = await rangeRows(directory, config, { data });
  const count = rows.labels.length.toLocaleString("en");
  const quantized = {
    quantized: "weights int8 by output channel, values uint8",
    ranges_of: `${count} training rows of ${rows.source.name}, each class by its share, seed 0`,
  };
  const values = { valuesBy: rows.inputs };
  return await writeOnnx(model, { int8: values, metadata: { ...metadata, ...quantized } });
}

/** Some of the rows that a model was trained on. */
async function rangeRows(
  directory: string,
  config: ModelConfig,
  { data }: Pick<ExportOnnxOptions, "data">,
) {
  const { protocol, causal } = config as Partial<DataConfig>;
  const { train } = await loadDataset({ data, protocol, causal });
  if (train.source.name !== config.source.name) {
    throw new Error(
      `Cannot quantize ${directory}: wanted the rows that it was trained on, of ` +
        `${config.source.name}, found those of ${train.source.name}`,
    );
  }
  return takeRows(chosenRows(train, config as RowChoice), RANGE_ROWS);
}

/** What an ONNX file says of a model, as texts; of one that gives back its input, no classes. */
export function onnxMetadata(directory: string, config: ModelConfig): Record<string, string> {
  const card = cardAddress(directory);
  const ofShape = config.view === "difference";
  return {
    ...config.target === "input" ? {} : classFacts(config),
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

function classFacts(config: ModelConfig): Record<string, string> {
  const { classes } = protocols[(config.protocol ?? "by_beat") as ProtocolName];
  const known = aamiClasses.slice(0, classes);
  return {
    classes: known.map(({ letter }) => letter).join(","),
    class_names: JSON.stringify(known.map(({ name }) => name)),
  };
}

/** The card's path in the project; undefined for a model without one or from elsewhere: no path of this machine. */
function cardAddress(directory: string): string | undefined {
  const card = join(directory, "README.md");
  const address = relative(join(import.meta.dirname!, "../../.."), resolve(card));
  if (!existsSync(card) || address.startsWith("..") || isAbsolute(address)) return undefined;
  return address.replaceAll("\\", "/");
}
