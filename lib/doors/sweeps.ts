/**
 * Sweeps: what a sweep searches, what it tries next, and what the runs showed.
 *
 * @module
 */

// What a sweep file says.
export {
  type Distribution,
  Float,
  type Hyperband,
  type Impute,
  type Metric,
  type Numeric,
  type Parameter,
  parseConfiguration,
  type QuantizedUniformName,
  type SweepConfig as Config,
  type UniformName,
  type Value,
} from "lib/sweeps/mod.ts";

// What to try next.
export {
  hyperbandBands,
  nextParameters,
  type Parameters,
  type RunState,
  type SweepRun as Run,
} from "lib/sweeps/mod.ts";

// Running it.
export {
  type OpenSweepOptions,
  type Outcome,
  runSweep as run,
  type RunSweepOptions as RunOptions,
  type StopCause,
  type SweepStatus as Status,
  type Trial,
  type TrialRunnerOptions,
} from "lib/sweeps/mod.ts";

// Results: of the folder of a sweep, and of one stored in the repository.
export {
  bestSoFar,
  type FullTraining,
  type ParameterColumn,
  parameterColumns,
  type ParameterImportance,
  parameterImportance,
  rankCorrelation,
  readStoredSweep as readStored,
  readSweep as read,
  type RunResult,
  type StoredSweep,
  type SweepFacts,
  type SweepRecord,
  sweepResults as results,
  variedColumns,
} from "lib/sweeps/mod.ts";
