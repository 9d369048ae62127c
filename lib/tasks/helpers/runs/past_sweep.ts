import { readSweep, type SweepRecord, toPlain, type Trial } from "lib/sweeps/mod.ts";
import { findRunFiles, readRun, type Row } from "lib/wandb/mod.ts";
import type { PastRun } from "./past_runs.ts";

/**
 * The runs of a sweep, each once: what its journal says of them, with all that they logged where their run
 * files are still there.
 *
 * @param directory the sweep's, or that of its stored results.
 */
export function pastSweep(directory: string): PastRun[] {
  const path = `${directory}/journal.jsonl`;
  if (!Deno.readTextFileSync(path).includes("\n")) return []; // killed before its first line was whole
  const sweep = readSweep(path);
  return sweep.trials.map((trial) => {
    const file = findRunFiles(directory, { id: trial.run }).at(-1);
    return {
      id: trial.run,
      path: file?.slice(0, file.lastIndexOf("/")) ?? directory,
      group: sweep.config.name ?? `sweep ${sweep.sweepId}`,
      startTime: trial.startTime,
      state: stateOf(trial),
      config: toPlain(trial.parameters) as Row,
      metric: sweep.config.metric,
      history: file ? readRun(file).history : journalHistory(trial, sweep),
    };
  });
}

function stateOf({ outcome, stop }: Trial): PastRun["state"] {
  return outcome && stop?.cause === "early" ? "stopped" : outcome?.state ?? "unfinished";
}

function journalHistory({ outcome }: Trial, { config: { metric } }: SweepRecord): Row[] {
  if (!metric || !outcome) return [];
  return outcome.metric.map((value) => ({ [metric.name]: value ?? NaN }));
}
