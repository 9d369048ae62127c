/**
 * Runs as Weights & Biases keeps them: the folder that `wandb sync` uploads, the live log and the
 * environment that its agent gives to a program. Nothing here needs an account.
 *
 * @module
 */
export { createSweep, type CreateSweepOptions } from "./service/create_sweep.ts";
export { createRun, type CreateRunOptions, randomId, type Run } from "./create_run.ts";
export { type Environment, readEnvironment, type RunEnvironment } from "./environment.ts";
export { pythonBoolean } from "./python_boolean.ts";
export { parseExtendedJson, stringifyExtendedJson } from "./log/extended_json.ts";
export { findServer, type FindServerOptions, type Server } from "./service/find_server.ts";
export { type FileStreamOptions } from "./service/file_stream.ts";
export { type LiveRun, openLiveRun } from "./service/live_run.ts";
export { postGraphql } from "./service/post_json.ts";
export {
  decodeMessage,
  encodeMessage,
  type Field,
  type FieldValue,
  type Message,
} from "./log/protobuf.ts";
export { findRunFiles, openRunReader, readRun, type RunLog, type RunReader } from "./read_run.ts";
export { type RunServer, serveRuns, type ServeRunsOptions } from "./serve_runs.ts";
export type { ReceivedRun } from "./received_run.ts";
export { createRunFolder, type RunFolder, type RunFolderOptions } from "./run_folder.ts";
export { type Row, type RunIdentity } from "./log/run_records.ts";
