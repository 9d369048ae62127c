import { bestValue, metricValues, type PastRun } from "./past_runs.ts";

/** Runs as lines: when, state, logged rows, the metric's best value, where. */
export function runsTable(runs: readonly PastRun[], metric: string): string {
  const head = ["run", "started", "state", "rows", `best ${metric}`, "of", "folder"];
  return aligned([
    head,
    ...runs.map((run) => [
      run.id,
      new Date(run.startTime).toISOString().slice(0, 16).replace("T", " "),
      run.state,
      String(run.history.length),
      shown(bestValue(run, metric)),
      run.group,
      run.path,
    ]),
  ]);
}

/** Runs side by side: their results, then the parameters in which they differ. */
export function comparisonTable(runs: readonly PastRun[], metric: string): string {
  const keys = [...new Set(runs.flatMap((run) => Object.keys(run.config)))].sort();
  const texts = keys.map((key) => [key, ...runs.map((run) => shown(run.config[key]))]);
  const different = texts.filter(([, first, ...rest]) => rest.some((text) => text !== first));
  return aligned([
    ["run", ...runs.map((run) => run.id)],
    ["state", ...runs.map((run) => run.state)],
    ["rows", ...runs.map((run) => String(run.history.length))],
    [`best ${metric}`, ...runs.map((run) => shown(bestValue(run, metric)))],
    [`last ${metric}`, ...runs.map((run) => shown(metricValues(run, metric).at(-1)))],
    ...different,
  ]);
}

/**
 * The metric to go by: the one that is named, else val_loss, else the first number that runs log.
 *
 * @throws {Error} where no run has logged the one that is named.
 */
export function chosenMetric(runs: readonly PastRun[], named?: string): string {
  const names = runs.flatMap(({ history }) => Object.entries(history.at(-1) ?? {}))
    .filter(([name, value]) => typeof value === "number" && !/^(_|epoch$)/.test(name))
    .map(([name]) => name);
  if (named === undefined) return names.includes("val_loss") ? "val_loss" : names[0] ?? "val_loss";
  if (runs.some((run) => metricValues(run, named).length > 0)) return named;
  throw new Error(
    `Cannot compare runs by "${named}": wanted one of ${
      [...new Set(names)].join(", ") || "no metric"
    }, which they have logged.`,
  );
}

function shown(value: unknown): string {
  if (value === undefined || Number.isNaN(value)) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(5)));
  return typeof value === "string" ? value : JSON.stringify(value);
}

function aligned(lines: string[][]): string {
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length))
  );
  return lines.map((line) =>
    line.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd()
  )
    .join("\n");
}
