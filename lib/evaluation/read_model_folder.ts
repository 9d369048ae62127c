import { join } from "node:path";
import { requireRegularFile } from "lib/files/mod.ts";
import type { DataSource } from "lib/beats/mod.ts";
import type { History, TrainingConfig } from "lib/training/mod.ts";
import type { ModelMetrics } from "./model_metrics.ts";

/** What a model was made with, as `config.json` holds it: of the network, of the training, of the data. */
export interface ModelConfig extends TrainingConfig {
  /** The kind of network, for instance "cnn". */
  family: string;
  /** Rows that it was trained on. */
  rows: number;
  /** How many were to be picked of all training rows; 0: all. */
  limit?: number;
  /** Where those come from. */
  source: DataSource;
  /** Kernels that its training did without, see `kernelNames` of lib/tensorflow; none where it is not said. */
  unusedKernels?: string[];
  /** The project's commit that trained it. */
  commit?: string;
  /** What the network is built from, for instance `filters`. */
  [key: string]: unknown;
}

/** What is kept beside a model of how it came about. */
export interface ModelFolder {
  /** What the model was trained with. */
  config: ModelConfig;
  /** How the training went. */
  history: History;
  /** Undefined for a run that has not been scored on test rows. */
  metrics: ModelMetrics | undefined;
}

/**
 * Reads what is kept beside a model: config.json, history.json and, if it is there, metrics.json. The model itself is
 * loaded by `loadModel` of the models' room.
 *
 * @throws {Error} When a file is missing or is no JSON.
 */
export async function readModelFolder(directory: string): Promise<ModelFolder> {
  const config = await readJson<ModelConfig>(directory, "config.json");
  const history = await readJson<History>(directory, "history.json");
  const metrics = await readJson<ModelMetrics>(directory, "metrics.json").catch((error) => {
    if (error.cause instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  return { config, history, metrics };
}

async function readJson<Value>(directory: string, name: string): Promise<Value> {
  try {
    const path = join(directory, name);
    await requireRegularFile(path);
    return JSON.parse(await Deno.readTextFile(path));
  } catch (cause) {
    const found = cause instanceof Deno.errors.NotFound ? "no such file" : (cause as Error).message;
    throw new Error(`Cannot read a model's folder "${directory}": wanted ${name}, found ${found}`, {
      cause,
    });
  }
}
