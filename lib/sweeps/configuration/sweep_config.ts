import type { Value } from "./float.ts";
import type { Parameter } from "./read_parameters.ts";

/** A sweep as its file describes it, with its defaults. */
export interface SweepConfig {
  /** How parameters are searched. */
  method: "grid" | "random" | "bayes";
  /** What is searched, sorted by name. */
  parameters: Parameter[];
  /** What is optimised; a sweep by method "bayes" has one. */
  metric?: Metric;
  /** When runs are stopped early; none are where this is missing. */
  earlyTerminate?: Hyperband;
  /** The words that start a trial, with macros such as `${args}`. */
  command?: Value[];
  /** What `${program}` stands for. */
  program?: string;
  /** The sweep's name. */
  name?: string;
  /** What the sweep is for. */
  description?: string;
  /** The project at W&B that its runs belong to. */
  project?: string;
  /** The user or team at W&B that its runs belong to. */
  entity?: string;
  /** The sweep ends after this many runs. */
  runCap?: number;
}

/** What a sweep optimises. */
export interface Metric {
  /** The name under which runs log it. */
  name: string;
  /** Which values are better. */
  goal: "minimize" | "maximize";
  /** The sweep ends once a run reaches this value. */
  target?: number;
  /** Which value counts for a run that failed or was killed. */
  impute: Impute;
  /** Which value counts for a run that has not ended; "false": what the model predicts. */
  imputeWhileRunning: Impute | "false";
}

/** Ways to put a value in the place of a missing one. */
export type Impute = "latest" | "best" | "worst";

/** Early stopping, with bands from `minIter` upwards or from `maxIter` downwards. */
export interface Hyperband {
  /** The first band, in iterations; each further one is `eta` times the one before. */
  minIter?: number;
  /** The iterations of a whole run; bands are this divided by `eta`, by its square and so on. */
  maxIter?: number;
  /** How many bands there are with `maxIter`. */
  s?: number;
  /** At each band a run must be among the best 1/eta of runs. */
  eta: number;
  /** Whether a run is judged by its value at the band, not by its best so far. */
  strict: boolean;
}
