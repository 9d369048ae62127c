import { createRunFolder, findRunFiles } from "lib/wandb/mod.ts";
import { toPlain } from "../configuration/float.ts";
import type { TrialProgress } from "./follow_trial.ts";
import type { Outcome } from "./journal.ts";
import { judgeTrial } from "./judge_trial.ts";
import type { TrialFiles } from "./trial_files.ts";
import { trialExitCode } from "./trial_process.ts";
import type { Trial } from "./trials_of.ts";

/** What a trial belongs to. */
export interface CloseTrialOptions {
  files: TrialFiles;
  progress: TrialProgress;
  /**
   * The exit code where it is known; otherwise that in the trial's shell's file or in the run file
   * counts.
   */
  exitCode?: number;
  directory: string;
  sweepId: string;
  project: string;
  entity?: string;
  metric?: string;
  /** The trial has logged to a W&B server. */
  live?: boolean;
}

/**
 * Judges a trial whose process has ended, and leaves a W&B run folder that `wandb sync` uploads:
 * the trial's own where that is whole, else one with its parameters, what is known of its history,
 * its console and its exit code.
 */
export function closeTrial(trial: Trial, options: CloseTrialOptions): Outcome {
  const { files, progress, metric, directory } = options;
  const exitCode = options.exitCode ?? trialExitCode(files) ?? progress.exitCode;
  const outcome = judgeTrial({ exitCode, progress, stop: trial.stop, metric });
  const own = findRunFiles(directory, { id: trial.run }).map(folderOf);
  if (progress.fileIsWhole) own.forEach((folder) => options.live || nameOffline(folder));
  else {
    const path = writeFolder(trial, outcome, options);
    for (const folder of own) Deno.removeSync(folder, { recursive: true });
    Deno.renameSync(path, `${directory}/wandb/${nameOf(path)}`);
  }
  return outcome;
}

/** Writes the folder elsewhere and moves it once it is complete. */
function writeFolder(trial: Trial, outcome: Outcome, options: CloseTrialOptions): string {
  const { directory, project, entity, sweepId, files, progress } = options;
  const scratch = `${directory}/trials/${trial.run}`;
  Deno.mkdirSync(`${scratch}/wandb`, { recursive: true });
  Deno.removeSync(`${scratch}/wandb`, { recursive: true });
  const folder = createRunFolder({
    id: trial.run,
    project,
    entity,
    sweepId,
    host: Deno.hostname(),
    startTime: trial.startTime,
    config: toPlain(trial.parameters) as Record<string, unknown>,
  }, { directory: scratch });
  progress.history.forEach((row) => folder.log(row));
  // In pieces, since a record is made as a whole.
  for (const piece of textOf(files.console).match(/[^]{1,500000}/gu) ?? []) folder.console(piece);
  folder.finish(outcome.exitCode ?? 255);
  return folder.path;
}

/** A run that logged only to a server on this machine still has to be uploaded. */
function nameOffline(folder: string): void {
  const name = nameOf(folder);
  if (name.startsWith("run-")) {
    Deno.renameSync(folder, `${folder.slice(0, -name.length)}offline-${name}`);
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function textOf(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return ""; // killed before its shell had opened it
  }
}
