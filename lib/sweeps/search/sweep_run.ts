import { isMapping, type Value } from "../configuration/float.ts";
import type { Parameter } from "../configuration/read_parameters.ts";

/** The parameters of a run: a mapping of names to values, nested ones inside. */
export type Parameters = Record<string, Value>;

/** A run as the search and the early stopping see it. */
export interface SweepRun {
  /** Its name in decisions. */
  id: string;
  /** Whether it is running, or how it ended. */
  state: RunState;
  /** What it was given. */
  parameters: Parameters;
  /** The logged values of the metric, one an iteration; NaN where it was no finite number. */
  metric: number[];
  /** The metric in the run's summary, where that differs from the last logged value. */
  summary?: number;
}

/** W&B's states of a run. */
export type RunState = "pending" | "running" | "finished" | "failed" | "crashed" | "killed";

/** Puts values at the paths of parameters: `[a, b]` becomes `b` inside `a`, as W&B orders them. */
export function nestParameters(
  parameters: readonly Parameter[],
  values: readonly Value[],
): Parameters {
  const result: Parameters = {};
  const flatFirst = parameters.map((parameter, index) => ({
    path: parameter.path,
    value: values[index]!,
  }))
    .sort((a, b) => Number(a.path.length > 1) - Number(b.path.length > 1));
  for (const { path, value } of flatFirst) {
    let inner = result;
    for (const name of path.slice(0, -1)) inner = (inner[name] ??= {}) as Parameters;
    inner[path.at(-1)!] = value;
  }
  return result;
}

/** The value at the path of a parameter, or undefined where a run has none. */
export function parameterAt(parameters: Parameters, path: readonly string[]): Value | undefined {
  let value: Value | undefined = parameters;
  for (const name of path) value = isMapping(value) ? value[name] : undefined;
  return value;
}

/** The best finite value of a run's metric, or undefined. */
export function bestMetric(run: SweepRun, goal: "minimize" | "maximize"): number | undefined {
  const values = [...run.metric, run.summary ?? NaN].filter(Number.isFinite);
  if (values.length === 0) return undefined;
  return values.reduce((a, b) => (goal === "maximize" ? b > a : b < a) ? b : a);
}
