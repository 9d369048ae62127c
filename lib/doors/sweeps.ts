/**
 * Sweeps: what a sweep searches, what it tries next, and what the runs showed.
 *
 * @module
 */

// What a sweep file says.
export { parseConfiguration, type SweepConfig as Config } from "lib/sweeps/mod.ts";

// What to try next.
export {
  hyperbandBands,
  nextParameters,
  type Parameters,
  type SweepRun as Run,
} from "lib/sweeps/mod.ts";

// Running it.
export {
  runSweep as run,
  type RunSweepOptions as RunOptions,
  type SweepStatus as Status,
} from "lib/sweeps/mod.ts";

// Results: of the folder of a sweep, and of one stored in the repository.
export {
  bestSoFar,
  type ParameterColumn,
  parameterColumns,
  type ParameterImportance,
  parameterImportance,
  readStoredSweep as readStored,
  readSweep as read,
  type RunResult,
  type StoredSweep,
  type SweepFacts,
  type SweepRecord,
  sweepResults as results,
  variedColumns,
} from "lib/sweeps/mod.ts";
