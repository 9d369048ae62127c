/**
 * Hyperparameter sweeps as Weights & Biases describes them: configuration and search (pure), and the runner that starts trials as processes.
 *
 * @module
 */

// Sweep files.
export { parseConfiguration } from "./configuration/parse_configuration.ts";
export type { Hyperband, Impute, Metric, SweepConfig } from "./configuration/sweep_config.ts";
export type { Parameter } from "./configuration/read_parameters.ts";
export type {
  Distribution,
  QuantizedUniformName,
  UniformName,
} from "./search/distributions/distribution.ts";
export { Float, type Numeric, toPlain, type Value } from "./configuration/float.ts";

// What to try next.
export { nextParameters } from "./search/next_parameters.ts";
export type { Parameters, RunState, SweepRun } from "./search/sweep_run.ts";
export { hyperbandBands } from "./search/hyperband.ts";

// Running a sweep, and its progress on the command line.
export { runSweep, type RunSweepOptions, type SweepStatus } from "./runner/run_sweep.ts";
export type { OpenSweepOptions } from "./runner/open_sweep.ts";
export type { TrialRunnerOptions } from "./runner/trial_runner.ts";
export type { Outcome, StopCause } from "./runner/journal.ts";
export type { Trial } from "./runner/trials_of.ts";
export { trialCommand, type TrialCommandOptions } from "./runner/trial_command.ts";
export { type TrialFiles, trialFiles } from "./runner/trial_files.ts";
export { showSweep, type ShowSweepOptions } from "./results/show_sweep.ts";
export { sweepSummary } from "./results/sweep_table.ts";

// Results.
export { readSweep, type SweepRecord } from "./results/read_sweep.ts";
export {
  type FullTraining,
  readStoredSweep,
  type StoredSweep,
  storeFullTrainings,
  storeSweep,
  type SweepFacts,
} from "./results/stored_sweep.ts";
export { rankCorrelation } from "./results/rank_correlation.ts";
export { bestSoFar, type RunResult, sweepResults } from "./results/sweep_results.ts";
export { type ParameterColumn, parameterColumns } from "./results/parameter_columns.ts";
export { variedColumns } from "./results/varied_columns.ts";
export { type ParameterImportance, parameterImportance } from "./results/parameter_importance.ts";
