import { basename, join, resolve } from "node:path";
import type { AnnotateOptions, ReportOptions } from "lib/annotation/mod.ts";
import { type Doubt, type ModelMetrics, readModelFolder } from "lib/evaluation/mod.ts";
import { loadModel } from "lib/models/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";

/** The models that a recording is labelled by, the best for a patient who was never seen first. */
const preferred = ["cnn_by_patient", "rnn_by_patient", "cnn"];

/** A model for recordings with all that is told of it. */
export interface AnnotationModel {
  annotate: Pick<AnnotateOptions, "model" | "doubt" | "causal">;
  report: ReportOptions;
}

/**
 * Loads the model in a folder, or the first of the published ones that is there, with its doubt and what its reader
 * should know.
 *
 * @param models the folder of the published models.
 */
export async function annotationModel(
  directory: string | undefined,
  models: string,
): Promise<AnnotationModel> {
  const { folder, name, causal, doubt, trainedOn } = await annotationFolder(directory, models);
  const model = await loadModel(folder);
  return {
    annotate: { model, doubt, causal },
    report: { model: { name, trainedOn }, doubt },
  };
}

/** The folder of a model for recordings, and what is kept there of it. */
export interface AnnotationFolder {
  folder: string;
  name: string;
  doubt: Doubt | undefined;
  causal: boolean;
  /** A sentence for readers. */
  trainedOn: string;
  /** The project's commit that trained it. */
  commit: string | undefined;
  metrics: ModelMetrics | undefined;
}

/** Finds the folder that {@linkcode annotationModel} loads from. */
export async function annotationFolder(
  directory: string | undefined,
  models: string,
): Promise<AnnotationFolder> {
  const folder = directory ?? await firstThere(preferred.map((name) => join(models, name)));
  const { config, metrics } = await readModelFolder(folder);
  const { protocol = "by_beat", causal = false } = config as Partial<DataConfig>;
  const trainedOn = protocol === "by_beat"
    ? `The model was trained on ${config.source.name} with beats of all patients, and was never tested on ` +
      "unseen patients: expect more errors here than its scores suggest."
    : `The model was trained on patients of ${config.source.name}, lead II; it was not trained on other leads, ` +
      "devices or patients.";
  const commit = metrics?.commit ?? config.commit;
  const name = basename(resolve(folder));
  return { folder, name, doubt: metrics?.doubt, causal, trainedOn, commit, metrics };
}

async function firstThere(folders: string[]): Promise<string> {
  for (const folder of folders) {
    const stat = await Deno.stat(join(folder, "model.json")).catch(() => undefined);
    if (stat) return folder;
  }
  throw new Error(`Cannot label beats: wanted a model in ${folders.join(" or ")}, found none`);
}
