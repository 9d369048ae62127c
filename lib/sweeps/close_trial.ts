import { createRunFolder, findRunFiles } from "lib/wandb/mod.ts";
import { isMapping, toPlain } from "./float.ts";
import type { TrialProgress } from "./follow_trial.ts";
import type { Outcome } from "./journal.ts";
import { judgeTrial } from "./judge_trial.ts";
import { trialExitCode } from "./trial_process.ts";
import type { TrialFiles } from "./trial_files.ts";
import type { Trial } from "./trials_of.ts";

/** What a trial belongs to. */
export interface CloseTrialOptions {
  files: TrialFiles;
  progress: TrialProgress;
  directory: string;
  sweepId: string;
  project: string;
  entity?: string;
  metric?: string;
}

/**
 * Judges a trial whose process has ended, and writes a W&B run folder for it (parameters, console,
 * exit code) where it has written none itself.
 */
export function closeTrial(trial: Trial, options: CloseTrialOptions): Outcome {
  const { files, progress, metric } = options;
  const exitCode = trialExitCode(files) ?? progress.exitCode;
  const outcome = judgeTrial({ exitCode, progress, stop: trial.stop, metric });
  if (outcome.state !== "interrupted") writeMissingFolder(trial, outcome, options);
  return outcome;
}

/** The folder is made elsewhere and then moved, so that it is whole or not there. */
function writeMissingFolder(trial: Trial, outcome: Outcome, options: CloseTrialOptions): void {
  const { directory, project, entity, sweepId, files } = options;
  if (findRunFiles(directory, { id: trial.run }).length > 0) return;
  const scratch = `${directory}/trials/${trial.run}`;
  const config = toPlain(trial.parameters);
  const folder = createRunFolder({
    id: trial.run,
    project,
    entity,
    sweepId,
    host: Deno.hostname(),
    startTime: trial.startTime,
    config: isMapping(config) ? config : {},
  }, { directory: scratch });
  const text = textOf(files.console);
  if (text) folder.console(text);
  folder.finish(outcome.exitCode ?? 255);
  const name = folder.path.slice(folder.path.lastIndexOf("/"));
  Deno.renameSync(folder.path, `${directory}/wandb${name}`);
  Deno.removeSync(`${scratch}/wandb`, { recursive: true });
}

function textOf(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return ""; // killed before its shell had opened it
  }
}
