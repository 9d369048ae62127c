import { join } from "node:path";
import type { Environment } from "lib/wandb/mod.ts";
import type { TrialFiles } from "./trial_files.ts";

/** What a trial is part of and where it logs. */
export interface TrialEnvironmentOptions {
  run: string;
  sweepId: string;
  project: string;
  entity?: string;
  /** The sweep's directory, absolute. */
  directory: string;
  files: TrialFiles;
  /** Cores that the trial may use. */
  cores: number;
  /** Where it logs live; without one it logs to a folder only. */
  server?: { baseUrl: string; apiKey: string };
}

/**
 * The environment of a trial: the given one, what W&B's agent sets, where to log, and how many
 * threads the common numeric libraries may use (where the user has not said so).
 */
export function trialEnvironment(
  environment: Environment,
  options: TrialEnvironmentOptions,
): Record<string, string> {
  const { run, sweepId, project, entity, directory, files, cores, server } = options;
  const threads = Object.fromEntries(threadVariables.map((name) => [name, String(cores)]));
  const logging = server
    ? {
      WANDB_MODE: "online",
      WANDB_BASE_URL: server.baseUrl,
      WANDB_API_KEY: server.apiKey,
      ...often,
    }
    : { WANDB_MODE: "offline" };
  const all = {
    ...threads,
    ...environment,
    ...(entity && { WANDB_ENTITY: entity }),
    WANDB_SWEEP_ID: sweepId,
    WANDB_RUN_ID: run,
    WANDB_PROJECT: project,
    WANDB_DIR: directory,
    ECG_RUNS: join(directory, "trials", run), // where this project's trainings keep their models
    WANDB_SWEEP_PARAM_PATH: files.parameters,
    ...logging,
  };
  const entries = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** By default Python's client sends every 15 seconds, too late for early stopping. */
const often = { WANDB_X_FILE_STREAM_TRANSMIT_INTERVAL: "1" };

const threadVariables = [
  "ECG_THREADS",
  "OMP_NUM_THREADS",
  "OPENBLAS_NUM_THREADS",
  "MKL_NUM_THREADS",
  "TF_NUM_INTRAOP_THREADS",
  "TF_NUM_INTEROP_THREADS",
];
