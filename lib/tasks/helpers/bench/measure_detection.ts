import { parseArgs } from "node:util";
import type * as tf from "@tensorflow/tfjs";
import { byPatient, ds2, kaggleSplit, validationRecords } from "lib/beats/mod.ts";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { classificationReport } from "lib/metrics/mod.ts";
import { findRecords, mitBihRecords } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { benchDetection, type DetectionCost } from "../../../../bench/detection_cost.ts";
import { detectedTestRows } from "../../../../bench/kaggle_detection.ts";
import type { NotedScoring } from "../note_scorings.ts";
import { annotationModel } from "../annotate/annotation_model.ts";

/** Records that a model may be scored on; DS2's are test rows. Without 202, whose patient is trained on. */
const sets: Record<string, readonly string[]> = {
  validation: validationRecords,
  DS2: ds2.filter((name) => name !== "202"),
};

/** The test rows of the published split, for models of five classes. */
const kaggle = "kaggle";
const publishedRecords = mitBihRecords;

/** On annotated beats a model's scores are stored with it. */
async function measureTestRows(directory: string, folder: string, model: tf.LayersModel) {
  const { metrics } = await readModelFolder(directory);
  if (metrics?.split !== kaggleSplit.name) {
    throw new Error(
      `Cannot measure detection: wanted a model of the split "${kaggleSplit.name}", found one of "${
        metrics?.split ?? "none"
      }"`,
    );
  }
  const annotated = [...metrics.confusion.map((row) => [...row, 0]), new Array<number>(6).fill(0)];
  return {
    annotated,
    detected: await detectedTestRows(folder, { model, records: publishedRecords }),
  };
}

/** The cost of detection by the arguments of `deno task bench detection DIR [--set validation|DS2|kaggle]`. */
export async function measureDetection(
  args: string[],
): Promise<DetectionCost & { isSynthetic: boolean; looked?: NotedScoring }> {
  const { positionals: [directory, ...more], values: { set } } = parseArgs({
    args,
    allowPositionals: true,
    options: { set: { type: "string", default: "validation" } },
  });
  const records = set === kaggle ? publishedRecords : sets[set];
  if (directory === undefined || more.length > 0 || records === undefined) {
    throw new Error(
      "Usage: deno task bench detection models/cnn_by_patient [--set validation|DS2], or models/cnn --set kaggle",
    );
  }
  const { directory: folder, source } = await findRecords();
  await startBackend();
  const { annotate, report } = await annotationModel(directory, "models");
  const cost = {
    model: report.model.name,
    set,
    records: [...records],
    source: source.name,
    date: new Date().toISOString(),
    ...await (set === kaggle
      ? measureTestRows(directory, folder, annotate.model)
      : benchDetection(folder, { ...annotate, records })),
  };
  const { config } = await readModelFolder(directory);
  return {
    ...cost,
    isSynthetic: source.synthetic,
    ...(set === "validation" ? {} : { looked: lookOf(cost, config) }),
  };
}

/** The look at test rows, on detected beats, that {@linkcode measureDetection} was; a beat that was missed is wrong. */
export function lookOf(
  { model, set, source, detected }: DetectionCost,
  config: NotedScoring["config"],
): NotedScoring {
  const classes = detected.length - 1;
  const averagedClasses = Array.from({ length: classes }, (_, label) => label);
  const { macroF1 } = classificationReport(detected, { averagedClasses });
  const actual = detected.slice(0, classes);
  const rows = actual.flat().reduce((sum, count) => sum + count, 0);
  const right = actual.reduce((sum, counts, label) => sum + counts[label]!, 0);
  const split = `${
    set === kaggle ? kaggleSplit.name : byPatient().name
  }, beats as they are detected`;
  const report = { accuracy: right / rows, macroF1 };
  return {
    name: model,
    config,
    split,
    evaluation: { source: { name: source, synthetic: false }, rows, report },
  };
}
