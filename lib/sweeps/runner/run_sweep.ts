import { createPrng } from "lib/random/mod.ts";
import { serveRuns } from "lib/wandb/mod.ts";
import { gridSize } from "../search/grid_search.ts";
import { hyperband } from "../search/hyperband.ts";
import { nextParameters } from "../search/next_parameters.ts";
import { type OpenSweep, openSweep, type OpenSweepOptions } from "./open_sweep.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import type { SweepRun } from "../search/sweep_run.ts";
import { createTrialRunner, type TrialRunner, type TrialRunnerOptions } from "./trial_runner.ts";
import { type SweepEnding, whySweepEnds } from "./why_sweep_ends.ts";
import { bestRun, sweepRuns, toRepeat, type Trial, trialsOf } from "./trials_of.ts";

/** How a sweep is run. */
export interface RunSweepOptions
  extends Pick<TrialRunnerOptions, "server" | "defaultCommand">, Pick<OpenSweepOptions, "makeId"> {
  /** Holds the journal, W&B's run folders and the trials' consoles. */
  directory: string;
  /** Trials at once; they share the cores. */
  jobs?: number;
  /** Continue the sweep that is in the directory. */
  resume?: boolean;
  /** Variables that trials inherit; by default those of this process. */
  environment?: TrialRunnerOptions["environment"];
  /** Milliseconds after which a trial is ended as hung; six hours by default. */
  timeLimit?: number;
  /** Milliseconds between SIGTERM and SIGKILL; 30 seconds by default, as in W&B's agent. */
  grace?: number;
  /** Milliseconds between checks of the trials. */
  interval?: number;
  /** Ends the sweep: running trials are asked to end, and the next `resume` tries them again. */
  interrupt?: AbortSignal;
  /** Kills the trials that have been asked to end. */
  kill?: AbortSignal;
  /** Called with the state of the sweep after each check. */
  onChange?: (status: SweepStatus) => void;
}

/** The state of a sweep. */
export interface SweepStatus {
  /** Identifier of the sweep. */
  sweepId: string;
  /** The folder of the sweep. */
  directory: string;
  /** What the sweep file says. */
  config: SweepConfig;
  /** Trials at once. */
  jobs: number;
  /** All trials, also those of earlier sessions. */
  trials: readonly Trial[];
  /** Trials as the search sees them, with what the running ones have logged so far. */
  runs: readonly SweepRun[];
  /** The finished run with the best value of the metric, and that value. */
  best?: { run: SweepRun; value: number };
  /** How many runs there will be, undefined where nothing limits them. */
  total?: number;
  /** Why no further trials are started. */
  ending?: string;
}

/**
 * Runs a sweep on this machine to its end: proposes parameters, starts trials as processes, reads
 * what they log, stops those that early stopping gives up, and keeps every step in an append-only
 * journal. A sweep that was killed can be resumed without losing or repeating a finished run.
 *
 * @param text the YAML of the sweep.
 * @throws Error where the text has faults, the directory cannot be used (see {@link openSweep}) or
 * there is no `/bin/sh`.
 */
export async function runSweep(text: string, options: RunSweepOptions): Promise<SweepStatus> {
  const { jobs = 1, resume = false, makeId, server } = options;
  if (Deno.build.os === "windows") {
    throw new Error("Cannot run a sweep: it needs /bin/sh, which Windows has in WSL only");
  }
  Deno.mkdirSync(options.directory, { recursive: true });
  const directory = Deno.realPathSync(options.directory);
  const sweep = await openSweep(text, { directory, resume, makeId });
  // Python's client writes rows to its file only when the run ends, but sends them to a server at
  // once.
  const listener = sweep.config.earlyTerminate && !server ? serveRuns() : undefined;
  const runner = createTrialRunner(sweep, {
    directory,
    listener,
    server,
    defaultCommand: options.defaultCommand,
    environment: options.environment ?? Deno.env.toObject(),
    cores: Math.max(1, Math.floor(navigator.hardwareConcurrency / jobs)),
    timeLimit: options.timeLimit ?? 6 * 3600_000,
    grace: options.grace ?? 30_000,
  });
  try {
    return await loop(sweep, runner, { ...options, directory, jobs });
  } finally {
    runner.abandon();
    sweep.close();
    await listener?.close();
  }
}

async function loop(
  sweep: OpenSweep,
  runner: TrialRunner,
  options: RunSweepOptions & { jobs: number },
): Promise<SweepStatus> {
  const { jobs, interval = 500, interrupt, kill, onChange } = options;
  await runner.recover();
  const session = trialsOf(sweep.events).length;
  for (;;) {
    for (const trial of runner.running.values()) runner.look(trial);
    const view = viewOf(sweep, runner);
    for (const run of hyperband(sweep.config, view.runs).stop) {
      runner.stop(run, "early", "stopped early");
    }
    let ending = whySweepEnds(sweep.config, { ...view, session, interrupted: interrupt?.aborted });
    if (ending?.stopTrials) {
      for (const run of runner.running.keys()) runner.stop(run, ending.stopTrials, ending.why);
    }
    while (!ending && runner.running.size < jobs) ending = startNext(sweep, runner);
    if (kill?.aborted) runner.kill();
    const status = { ...viewOf(sweep, runner), ...aboutSweep(sweep, options), ending: ending?.why };
    onChange?.(status);
    if (runner.running.size === 0) return status;
    await pause(runner, { interval, signals: [interrupt, kill] });
  }
}

function viewOf(sweep: OpenSweep, runner: TrialRunner) {
  const trials = trialsOf(sweep.events);
  const metrics = new Map([...runner.running].map(([run, { progress }]) => [run, progress.metric]));
  const runs = sweepRuns(trials, metrics);
  return { trials, runs, best: bestRun(runs, sweep.config.metric) };
}

function aboutSweep(
  { id, config }: OpenSweep,
  { directory, jobs }: { directory: string; jobs: number },
) {
  const limits = [
    config.runCap ?? Infinity,
    config.method === "grid" ? gridSize(config) : Infinity,
  ];
  const total = Math.min(...limits);
  return {
    sweepId: id,
    directory,
    config,
    jobs,
    total: Number.isFinite(total) ? total : undefined,
  };
}

/**
 * Starts one trial, first those that repeat interrupted ones; returns why there is none to start.
 */
function startNext(sweep: OpenSweep, runner: TrialRunner): SweepEnding | undefined {
  const { trials, runs } = viewOf(sweep, runner);
  const cap = sweep.config.runCap ?? Infinity;
  if (runs.length >= cap) return { why: `the run cap of ${cap} is reached` };
  const [repeated] = toRepeat(trials);
  if (repeated) return void runner.start(repeated.parameters, repeated.run);
  const prng = createPrng((sweep.seed + trials.length) % 2 ** 32);
  const parameters = nextParameters(sweep.config, runs, prng);
  if (!parameters) return { why: "every combination is taken" };
  runner.start(parameters);
}

/** Until a trial ends, a signal comes or the interval is over. */
async function pause(
  runner: TrialRunner,
  { interval, signals }: { interval: number; signals: (AbortSignal | undefined)[] },
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = () => resolve();
  const timer = setTimeout(listener, interval);
  const fresh = signals.filter((signal) => signal && !signal.aborted);
  fresh.forEach((signal) => signal?.addEventListener("abort", listener));
  for (const { ended } of runner.running.values()) ended.then(resolve);
  await promise;
  clearTimeout(timer);
  fresh.forEach((signal) => signal?.removeEventListener("abort", listener));
}
