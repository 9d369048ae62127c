import { readEvents, type SweepEvent } from "../runner/journal.ts";
import { parseConfiguration } from "../configuration/parse_configuration.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import type { SweepRun } from "../search/sweep_run.ts";
import { bestRun, sweepRuns, type Trial, trialsOf } from "../runner/trials_of.ts";

/** A finished sweep, or the current state of a running one. */
export interface SweepRecord {
  /** Identifier of the sweep. */
  sweepId: string;
  /** What the sweep file says. */
  config: SweepConfig;
  /** All trials with their times, in the order of their starts. */
  trials: Trial[];
  /** Their parameters, states and values of the metric, interrupted ones left out. */
  runs: SweepRun[];
  /** The finished run with the best value of the metric, and that value. */
  best?: { run: SweepRun; value: number };
}

/**
 * Reads the journal of a sweep: `journal.jsonl` of its folder, or a copy of that.
 *
 * @throws Error where there is no such file, or it is damaged or has no sweep.
 */
export function readSweep(path: string): SweepRecord {
  const events = readEvents(readJournal(path), path);
  const sweep = events.find((event): event is SweepEvent & { type: "sweep" } =>
    event.type === "sweep"
  );
  if (!sweep) throw new Error(`Cannot read ${path}: there is no sweep in it`);
  const { config } = parseConfiguration(sweep.configuration);
  const trials = trialsOf(events);
  const runs = sweepRuns(trials);
  return { sweepId: sweep.id, config, trials, runs, best: bestRun(runs, config.metric) };
}

function readJournal(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch (cause) {
    throw new Error(`Cannot read the sweep of ${path}: ${(cause as Error).message}`, { cause });
  }
}
