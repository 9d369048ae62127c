import { captureConsole, type ConsoleSink } from "./capture_console.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { findServer } from "./service/find_server.ts";
import type { FileStreamOptions } from "./service/file_stream.ts";
import { type LiveRun, openLiveRun } from "./service/live_run.ts";
import { createRunFolder, type RunFolder } from "./run_folder.ts";
import type { Row, RunIdentity } from "./log/run_records.ts";

/** A run that logs. */
export interface Run {
  /** Identifier of the run; eight random letters and digits by default. */
  readonly id: string;
  /** Path of the run's folder; "" where the environment disables logging. */
  readonly directory: string;
  /** The given configuration; values that a sweep chose replace the given ones. */
  readonly config: Row;
  /** Whether the run logs to a server as well ("online"), to its folder only, or nowhere ("disabled"). */
  readonly mode: "online" | "offline" | "disabled";
  /** True once the program should end early because the server or a signal asked for it. */
  readonly stopped: boolean;
  /** What the user should know, such as that the server could not be reached. */
  readonly warnings: readonly string[];
  /** Logs one row, usually an epoch. */
  log(row: Row): void;
  /** Sets values of the summary; without it the summary has the last value of each name. */
  summarize(values: Row): void;
  /** Adds text to the run's console. */
  console(text: string, stream?: "stdout" | "stderr"): void;
  /** Ends the run: 0 for success. */
  finish(exitCode?: number): Promise<void>;
}

/** What a run is called and where it goes. The environment of a sweep takes precedence. */
export interface CreateRunOptions extends FileStreamOptions {
  /** The W&B project. */
  project?: string;
  /** The user or team that the project belongs to. */
  entity?: string;
  /** Identifier of the run; eight random letters and digits by default. */
  id?: string;
  /** Name of the run. */
  name?: string;
  /** A group of runs that belong together. */
  group?: string;
  /** What kind of job the run is, such as "train". */
  jobType?: string;
  /** A longer description. */
  notes?: string;
  /** Labels for filtering. */
  tags?: string[];
  /** The configuration. */
  config?: Row;
  /** The directory that holds the folder `wandb`; otherwise that of WANDB_DIR, or this one. */
  directory?: string;
  /** Where variables are read from; by default the process's environment. */
  environment?: Environment;
  /** Makes SIGTERM and SIGINT set `stopped` instead of ending the process. */
  stopOnSignal?: boolean;
  /** Adds what console.log, info, warn and error print to the run's console. */
  captureConsole?: boolean;
}

/**
 * Starts a run as `wandb.init` does: into a folder that `wandb sync` uploads, and also live where
 * the environment has a server and a key (and WANDB_MODE is not offline). Under `wandb agent` or
 * `deno task sweep` it is the run that the sweep asked for, with the sweep's parameters.
 *
 * A server that cannot be reached is not an error, since the folder has everything.
 *
 * @example
 * ```ts
 * import { createRun, readRun } from "lib/wandb/mod.ts";
 * const directory = Deno.makeTempDirSync();
 * const run = await createRun({ project: "demo", config: { units: 64 }, directory, environment: {} });
 * run.log({ loss: 0.5 });
 * await run.finish();
 * const { history } = readRun(`${run.directory}/run-${run.id}.wandb`);
 * console.assert(history[0]?.loss === 0.5);
 * ```
 */
export async function createRun(options: CreateRunOptions = {}): Promise<Run> {
  const environment = options.environment ?? Deno.env.toObject();
  const given = readEnvironment(environment);
  const identity = identify(options, given);
  const directory = options.directory ?? given.directory ?? ".";
  const warnings: string[] = [];
  let live: LiveRun | undefined;
  const server = given.mode === "offline" || given.mode === "disabled"
    ? undefined
    : findServer(environment);
  if (server) {
    live = await openLiveRun(server, identity, options).catch((error) => {
      warnings.push(`${error.message}; this run is only in its folder`);
      return undefined;
    });
  }
  const folder = given.mode === "disabled"
    ? silent
    : createRunFolder(identity, { directory, online: live !== undefined });
  const signals = options.stopOnSignal ? listen() : undefined;
  const addText: ConsoleSink = (text, stream) => {
    folder.console(text, stream);
    live?.console(text);
  };
  const endCapture = options.captureConsole ? captureConsole(addText) : undefined;
  let step = 0;
  return {
    id: identity.id,
    directory: folder.path,
    config: identity.config,
    mode: given.mode === "disabled" ? "disabled" : live ? "online" : "offline",
    warnings,
    get stopped() {
      return signals?.received === true || live?.stopped === true;
    },
    log(row) {
      const now = Date.now();
      const _runtime = (now - identity.startTime) / 1000;
      const full = { ...row, _timestamp: now / 1000, _runtime, _step: step++ };
      folder.log(full);
      live?.log(full);
    },
    summarize(values) {
      folder.summarize(values);
      live?.summarize(values);
    },
    console: (text, stream = "stdout") => addText(text, stream),
    async finish(exitCode = 0) {
      signals?.forget();
      endCapture?.();
      folder.finish(exitCode);
      await live?.finish(exitCode).catch((error) => {
        warnings.push(`${error.message}; upload the run with: wandb sync ${folder.path}`);
      });
    },
  };
}

function identify(
  options: CreateRunOptions,
  given: ReturnType<typeof readEnvironment>,
): RunIdentity {
  const inSweep = given.sweepId !== undefined;
  const chosen = (key: "id" | "project" | "entity") =>
    inSweep ? given[key] ?? options[key] : options[key] ?? given[key];
  return {
    id: chosen("id") ?? randomId(),
    project: chosen("project") ?? "uncategorized",
    entity: chosen("entity"),
    name: options.name ?? given.name,
    group: options.group ?? given.group,
    jobType: options.jobType ?? given.jobType,
    notes: options.notes ?? given.notes,
    tags: options.tags ?? given.tags,
    sweepId: given.sweepId,
    host: Deno.hostname(),
    startTime: Date.now(),
    config: { ...options.config, ...given.parameters },
  };
}

/** Eight letters and digits, as W&B names runs. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}

function listen() {
  const state = {
    received: false,
    forget: () => signals.forEach((signal) => Deno.removeSignalListener(signal, receive)),
  };
  const receive = () => state.received = true;
  const signals = ["SIGTERM", "SIGINT"] as const;
  signals.forEach((signal) => Deno.addSignalListener(signal, receive));
  return state;
}

const silent: RunFolder = { path: "", log() {}, summarize() {}, console() {}, finish() {} };
