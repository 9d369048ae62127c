import { Float } from "../configuration/float.ts";
import { pythonText } from "../configuration/python_text.ts";
import type { SweepStatus } from "../runner/run_sweep.ts";
import { bestMetric, parameterAt, type SweepRun } from "../search/sweep_run.ts";
import type { Trial } from "../runner/trials_of.ts";

/** How much of a sweep a table shows. */
export interface SweepTableOptions {
  /** Characters of a line. */
  width?: number;
  /** Lines for trials; the latest are shown. */
  rows?: number;
  /** Milliseconds since 1970. */
  now?: number;
}

/**
 * The state of a sweep as text: what it is and how far it has come, then a line for each of the latest trials (state,
 * time, the metric's last and best value, the parameters that vary), then the best run.
 */
export function sweepTable(status: SweepStatus, options: SweepTableOptions = {}): string {
  const { width = 120, rows = 12, now = Date.now() } = options;
  const names = variedNames(status);
  const metric = status.config.metric?.name;
  const head = ["", "run", "state", "time", ...metric ? [metric, "best"] : [], ...names.map(last)];
  const lines = status.trials.slice(-rows).map((trial) =>
    trialCells(trial, status, { names, now })
  );
  const cells = aligned([head, ...lines.map((line) => line.cells)]);
  const notes = ["", ...lines.map((line) => line.note)];
  const table = cells.map((line, index) => `${line}  ${notes[index]}`.trimEnd());
  return [sweepSummary(status, now), ...table, ...bestLine(status, names)]
    .map((line) => line.length > width ? line.slice(0, width - 1) + "…" : line)
    .join("\n");
}

/** What a sweep is and how far it has come, in one line: `cnn: bayes search, 12 of 50 runs, about 1h05m left`. */
export function sweepSummary(status: SweepStatus, now: number = Date.now()): string {
  const { config, trials, total, ending, sweepId } = status;
  const count = (state: string) =>
    trials.filter((t) => (t.outcome?.state ?? "running") === state).length;
  const done = count("finished") + count("failed") + count("killed");
  const states = ["running", "failed", "interrupted"].map((state) => [count(state), state] as const)
    .filter(([number]) => number > 0).map(([number, state]) => `${number} ${state}`);
  const left = timeLeft(status, now);
  const parts = [
    `${config.name ?? `sweep ${sweepId}`}: ${config.method} search`,
    `${done}${total === undefined ? "" : ` of ${total}`} runs`,
    ...states,
    ...(ending ? [ending] : left === undefined ? [] : [`about ${duration(left)} left`]),
  ];
  return parts.join(", ");
}

/** One trial as a line that stands alone, for where there is no terminal. */
export function trialLine(trial: Trial, status: SweepStatus): string {
  const names = variedNames(status);
  const { cells, note } = trialCells(trial, status, { names, now: Date.now() });
  const metric = status.config.metric?.name;
  const [number, run, state, time, value, best] = cells;
  const values = metric && value ? [`${metric} ${value}, best ${best}`] : [];
  const words = [
    `${number}. ${run} ${state} after ${time}`,
    ...values,
    parameterWords(trial.parameters, names),
  ];
  return words.join("; ") + (note ? ` (${note})` : "");
}

/**
 * The estimated milliseconds until a sweep ends; undefined without a limit, and while there is nothing to estimate
 * from.
 */
export function timeLeft({ trials, total, jobs }: SweepStatus, now: number): number | undefined {
  const counted = trials.filter((trial) => trial.outcome?.state !== "interrupted");
  const times = counted.filter((t) => t.endTime).map((t) => t.endTime! - t.startTime);
  if (total === undefined || times.length === 0) return undefined;
  const usual = times.reduce((sum, time) => sum + time, 0) / times.length;
  const running = counted.filter((trial) => !trial.outcome)
    .map((trial) => Math.max(0, usual - (now - trial.startTime)));
  const work = running.reduce((sum, time) => sum + time, 0) + (total - counted.length) * usual;
  return Math.max(0, work / jobs);
}

type Path = readonly string[];

function variedNames({ config }: SweepStatus): Path[] {
  return config.parameters.filter((p) => p.distribution.distribution !== "constant").map((p) =>
    p.path
  );
}

function trialCells(
  trial: Trial,
  { config, runs }: SweepStatus,
  { names, now }: { names: Path[]; now: number },
): { cells: string[]; note: string } {
  const { outcome } = trial;
  const run = runs.find(({ id }) => id === trial.run);
  const early = outcome && trial.stop?.cause === "early";
  const values = config.metric ? metricCells(run, config.metric.goal) : [];
  const parameters = names.map((path) => shownValue(trial.parameters, path));
  return {
    cells: [
      String(trial.number),
      trial.run,
      early ? "stopped" : outcome?.state ?? "running",
      duration((trial.endTime ?? now) - trial.startTime),
      ...values,
      ...parameters,
    ],
    note: early ? "" : outcome?.why ?? "",
  };
}

function metricCells(run: SweepRun | undefined, goal: "minimize" | "maximize"): string[] {
  const value = run?.metric.at(-1);
  const best = run && bestMetric(run, goal);
  return [value, best].map((number) => number === undefined ? "" : shortNumber(number));
}

function shownValue(parameters: Trial["parameters"], path: Path): string {
  const value = parameterAt(parameters, path);
  if (value === undefined) return "";
  return value instanceof Float ? shortNumber(value.value) : pythonText(value);
}

function parameterWords(parameters: Trial["parameters"], names: Path[]): string {
  return names.map((path) => `${last(path)}=${shownValue(parameters, path)}`).join(" ");
}

function bestLine({ best, config }: SweepStatus, names: Path[]): string[] {
  if (!best || !config.metric) return [];
  const { run, value } = best;
  return [
    `best: ${config.metric.name} ${shortNumber(value)} in ${run.id}: ${
      parameterWords(run.parameters, names)
    }`,
  ];
}

/** Cells to the right in columns that are as wide as their widest cell. */
function aligned(lines: string[][]): string[] {
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? "").length))
  );
  return lines.map((line) =>
    widths.map((width, column) => (line[column] ?? "").padStart(width)).join("  ")
  );
}

/** 75 s as `1m15s`. */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0
    ? `${h}h${String(m).padStart(2, "0")}m`
    : m > 0
    ? `${m}m${String(s).padStart(2, "0")}s`
    : `${s}s`;
}

/** Five significant digits. */
function shortNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(5))) : String(value);
}

function last(path: Path): string {
  return path.at(-1)!;
}
