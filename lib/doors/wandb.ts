/**
 * Weights & Biases: its run files, read and written without an account.
 *
 * @module
 */

// Writing a run.
export {
  createRun,
  type CreateRunOptions,
  type Environment,
  type FileStreamOptions,
  randomId,
  readEnvironment,
  type Row,
  type Run,
  type RunEnvironment,
  type RunIdentity,
} from "lib/wandb/mod.ts";

// A server of W&B's that runs log to.
export { findServer, type FindServerOptions, type Server } from "lib/wandb/mod.ts";

// Reading the runs of a folder.
export {
  findRunFiles,
  openRunReader,
  readRun,
  type RunLog,
  type RunReader,
} from "lib/wandb/mod.ts";

// A server of W&B's protocol on this computer, for programs written against it.
export {
  type ReceivedRun,
  type RunServer,
  serveRuns,
  type ServeRunsOptions,
} from "lib/wandb/mod.ts";
