/**
 * Hyperparameter search as Weights & Biases' engine does it, as pure functions: a configuration and
 * the runs so far in, the next parameters or the runs to stop out. Runs in Node, Deno and browsers.
 *
 * @module
 */

// What is searched, described in plain JavaScript with W&B's keys.
export { readConfiguration } from "../configuration/read_configuration.ts";
export type { Hyperband, Impute, Metric, SweepConfig } from "../configuration/sweep_config.ts";
export type { Parameter } from "../configuration/read_parameters.ts";
export type {
  Distribution,
  QuantizedUniformName,
  UniformName,
} from "./distributions/distribution.ts";

// What to try next, given the runs so far.
export { nextParameters } from "./next_parameters.ts";
export { gridSize } from "./grid_search.ts";
export { bestMetric, type Parameters, type RunState, type SweepRun } from "./sweep_run.ts";

// Which runs to stop early.
export { hyperband, hyperbandBands, type StopDecision } from "./hyperband.ts";

// Parameters distinguish integers from floats; these convert them to plain numbers and back.
export { Float, fromPlain, type Numeric, toPlain, type Value } from "../configuration/float.ts";
