import { type Environment, randomId, type RunServer, type Server } from "lib/wandb/mod.ts";
import { closeTrial } from "./close_trial.ts";
import type { Value } from "../configuration/float.ts";
import { followTrial, noProgress, type TrialProgress } from "./follow_trial.ts";
import type { StopCause } from "./journal.ts";
import type { OpenSweep } from "./open_sweep.ts";
import type { Parameters } from "../search/sweep_run.ts";
import { trialCommand } from "./trial_command.ts";
import { trialEnvironment } from "./trial_environment.ts";
import { trialFiles, writeTrialFiles } from "./trial_files.ts";
import { endOrphan, startTrial, trialExitCode, type TrialProcess } from "./trial_process.ts";
import { trialsOf } from "./trials_of.ts";

/** How trials are run. */
export interface TrialRunnerOptions {
  /** The sweep's directory, absolute. */
  directory: string;
  /** Variables that trials inherit. */
  environment: Environment;
  /** The command of a trial where the sweep has neither `command` nor `program`. */
  defaultCommand?: readonly Value[];
  /** The server that trials log to while they run. */
  server?: Server;
  /** A server on this machine that receives what trials log, in place of `server`. */
  listener?: RunServer;
  /** Cores that one trial may use. */
  cores: number;
  /** Milliseconds after which a trial is ended as hung. */
  timeLimit: number;
  /** Milliseconds between SIGTERM and SIGKILL. */
  grace: number;
}

/** A running trial. */
export interface RunningTrial {
  readonly run: string;
  readonly startTime: number;
  /** Resolves when its process has ended. */
  readonly ended: Promise<void>;
  progress: TrialProgress;
}

/** Starts, follows and ends trials; every step goes into the sweep's journal. */
export interface TrialRunner {
  readonly running: ReadonlyMap<string, RunningTrial>;
  /** Starts a trial; `repeats` is the run of the interrupted trial whose parameters these are. */
  start(parameters: Parameters, repeats?: string): void;
  /** Reads what a trial has logged, and closes it if it has ended. */
  look(trial: RunningTrial): void;
  /** Asks a trial to end, and kills it when its time is up. */
  stop(run: string, cause: StopCause, why: string): void;
  /** Kills the trials that have been asked to end. */
  kill(): void;
  /** Asks the trials that still run to end, because they are no longer followed. */
  abandon(): void;
  /** Ends and records trials that a killed runner left behind. */
  recover(): Promise<void>;
}

/** Makes the runner of a sweep's trials. */
export function createTrialRunner(sweep: OpenSweep, options: TrialRunnerOptions): TrialRunner {
  const { directory, environment, listener, timeLimit, grace } = options;
  const { config, id: sweepId } = sweep;
  const project = config.project ?? environment.WANDB_PROJECT ?? "uncategorized";
  const entity = config.entity ?? environment.WANDB_ENTITY;
  const metric = config.metric?.name;
  const server = options.server ?? listener;
  const running = new Map<string, RunningTrial & Handle>();

  const filesOf = (run: string) => trialFiles(directory, { sweepId, run });
  const follow = (run: string) =>
    followTrial(directory, { run, metric, received: () => listener?.runs.get(run) });

  function start(parameters: Parameters, repeats?: string): void {
    const run = randomId();
    const files = filesOf(run);
    writeTrialFiles(files, parameters);
    const { program, command = program === undefined ? options.defaultCommand : undefined } =
      config;
    const words = trialCommand(command, { parameters, program, jsonPath: files.json, environment });
    const startTime = Date.now();
    sweep.record({ type: "start", run, parameters, repeats, time: startTime });
    const process = startTrial(words, {
      files,
      environment: trialEnvironment(environment, {
        run,
        sweepId,
        project,
        entity,
        directory,
        files,
        cores: options.cores,
        server,
      }),
    });
    const trial = {
      run,
      startTime,
      process,
      hasEnded: false,
      ended: process.ended.then(() => {
        trial.hasEnded = true;
      }),
      progress: noProgress,
      follow: follow(run),
    } as RunningTrial & Handle;
    running.set(run, trial);
  }

  function look(given: RunningTrial): void {
    const trial = running.get(given.run);
    if (!trial) return;
    const { run, hasEnded } = trial;
    trial.progress = trial.follow();
    if (hasEnded) {
      trial.process.signal("SIGKILL"); // also to what the trial started, should that still run
      running.delete(run);
      close(run, trial.progress);
    } else if (trial.killTime !== undefined) {
      if (Date.now() >= trial.killTime) trial.process.signal("SIGKILL");
    } else if (trial.progress.notFinite) {
      stop(run, "fault", trial.progress.notFinite);
    } else if (Date.now() - trial.startTime > timeLimit) {
      stop(run, "fault", `took longer than ${timeLimit / 1000} s`);
    }
  }

  function stop(run: string, cause: StopCause, why: string): void {
    const trial = running.get(run);
    if (!trial || trial.killTime !== undefined) return;
    sweep.record({ type: "stop", run, cause, why, time: Date.now() });
    trial.killTime = Date.now() + grace;
    trial.process.signal("SIGTERM");
  }

  /** What a trial came to; its exit code is given where a runner that was killed did not see it end. */
  function close(
    run: string,
    progress: TrialProgress,
    { exitCode, time = Date.now() }: { exitCode?: number; time?: number } = {},
  ): void {
    const trial = trialsOf(sweep.events).find((one) => one.run === run)!;
    const files = filesOf(run);
    const outcome = closeTrial(trial, {
      files,
      exitCode,
      progress,
      directory,
      sweepId,
      project,
      entity,
      metric,
      live: options.server !== undefined,
    });
    sweep.record({ type: "end", run, outcome, time });
  }

  async function recover(): Promise<void> {
    for (const { run, outcome, stop, startTime } of trialsOf(sweep.events)) {
      if (outcome) continue;
      const files = filesOf(run);
      const read = follow(run);
      const exitCode = trialExitCode(files) ?? read().exitCode;
      if (exitCode === undefined && !stop) {
        const why = "the runner was killed";
        sweep.record({ type: "stop", run, cause: "interrupt", why, time: Date.now() });
      }
      const time = await endOrphan(files, { grace }) ?? startTime;
      close(run, read(), { exitCode, time: Math.max(startTime, time) });
    }
  }

  const kill = () => {
    for (const trial of running.values()) trial.killTime &&= 0;
  };
  const abandon = () => {
    for (const { process } of running.values()) process.signal("SIGTERM");
  };
  return { running, start, look, stop, kill, abandon, recover };
}

interface Handle {
  process: TrialProcess;
  hasEnded: boolean;
  follow: () => TrialProgress;
  /** When a trial that has been asked to end is killed. */
  killTime?: number;
}
