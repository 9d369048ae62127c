import { basename, dirname } from "node:path";
import type { Metric } from "lib/sweeps/mod.ts";
import type { History } from "lib/training/mod.ts";
import { readRun, type Row } from "lib/wandb/mod.ts";
import { isFinished } from "../is_finished.ts";
import { pastSweep } from "./past_sweep.ts";

/** A run of the past, from a sweep, from W&B's folder or from `deno task train`'s. */
export interface PastRun {
  id: string;
  /** Its folder. */
  path: string;
  /** What it belongs to: the sweep, the project or the display name. */
  group: string;
  /** Milliseconds since 1970. */
  startTime: number;
  state: "finished" | "stopped" | "failed" | "killed" | "interrupted" | "unfinished";
  config: Row;
  /** What the run's sweep optimises. */
  metric?: Pick<Metric, "name" | "goal">;
  /** One row an epoch, names as `val_loss`. */
  history: Row[];
}

/** Finds the runs in a folder and all folders in it, the oldest first. */
export function findPastRuns(directory: string): PastRun[] {
  return runsIn(directory).sort((a, b) => a.startTime - b.startTime);
}

/** The values of a metric that a run logged, NaN where one was no number. */
export function metricValues({ history }: PastRun, metric: string): number[] {
  return history.filter((row) => metric in row)
    .map((row) => typeof row[metric] === "number" ? row[metric] : NaN);
}

/** The best value of a metric; NaN without any. */
export function bestValue(run: PastRun, metric: string): number {
  const values = metricValues(run, metric).filter(Number.isFinite);
  if (values.length === 0) return NaN;
  return goalOf([run], metric) === "minimize" ? Math.min(...values) : Math.max(...values);
}

/** Which values of a metric are better: as a sweep of the runs says, else the least of what is called loss or error. */
export function goalOf(runs: readonly PastRun[], metric: string): Metric["goal"] {
  const own = runs.find((run) => run.metric?.name === metric)?.metric;
  return own?.goal ?? (/loss|error/i.test(metric) ? "minimize" : "maximize");
}

function runsIn(directory: string): PastRun[] {
  const entries = [...Deno.readDirSync(directory)];
  // The folders of a sweep hold each of its runs twice: as it was logged and as it was trained.
  if (entries.some(({ name }) => name === "journal.jsonl")) return pastSweep(directory);
  const paths = (test: (name: string) => boolean) =>
    entries.filter(({ name, isFile }) => isFile && test(name)).map(({ name }) =>
      `${directory}/${name}`
    );
  return [
    ...paths((name) => name.endsWith(".wandb")).map(fromRunFile),
    ...paths((name) => name === "history.json").map(fromTraining),
    ...entries.filter(({ isDirectory }) => isDirectory)
      .flatMap(({ name }) => runsIn(`${directory}/${name}`)),
  ];
}

function fromRunFile(path: string): PastRun {
  const { run, history, exitCode } = readRun(path);
  const { _wandb, ...config } = run.config;
  return {
    id: run.id,
    path: dirname(path),
    group: run.sweepId ? `sweep ${run.sweepId}` : run.name ?? run.project ?? "",
    startTime: run.startTime,
    state: exitCode === undefined ? "unfinished" : exitCode === 0 ? "finished" : "failed",
    config,
    history,
  };
}

function fromTraining(path: string): PastRun {
  const folder = dirname(path);
  const history: History = JSON.parse(Deno.readTextFileSync(path));
  const config = configIn(folder);
  const { birthtime, mtime } = Deno.statSync(folder);
  return {
    id: basename(folder),
    path: folder,
    group: "train",
    startTime: (birthtime ?? mtime)?.getTime() ?? 0,
    state: isFinished(history, Number(config.epochs ?? history.epochs.length))
      ? "finished"
      : "unfinished",
    config: snakeCase(config),
    history: history.epochs.map((epoch) => snakeCase({ ...epoch })),
  };
}

function configIn(folder: string): Row {
  try {
    return JSON.parse(Deno.readTextFileSync(`${folder}/config.json`));
  } catch {
    return {}; // a folder without one is still a run
  }
}

function snakeCase(row: Row): Row {
  const entries = Object.entries(row).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return Object.fromEntries(entries);
}
