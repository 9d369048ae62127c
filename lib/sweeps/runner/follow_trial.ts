import {
  findRunFiles,
  openRunReader,
  type ReceivedRun,
  type Row,
  type RunReader,
} from "lib/wandb/mod.ts";

/** What a trial has logged so far. */
export interface TrialProgress {
  /** The metric, one value an iteration; NaN where it was no finite number. */
  metric: number[];
  /** The metric in the run's summary. */
  summary?: number;
  /** Says which value was NaN or infinite, if one was. */
  notFinite?: string;
  /** The exit code in the run file, once it is there. */
  exitCode?: number;
  /** Everything that was logged. */
  history: Row[];
  /** Whether the trial logs with W&B at all. */
  logs: boolean;
  /** Whether its own run file holds the whole history. */
  fileIsWhole: boolean;
}

/** The progress of a trial that has not logged anything. */
export const noProgress: Readonly<TrialProgress> = {
  metric: [],
  history: [],
  logs: false,
  fileIsWhole: false,
};

/** Which trial to follow, and where it may log. */
export interface FollowOptions {
  run: string;
  /** Name of the metric; undefined where the sweep optimises none. */
  metric?: string;
  /** What a server on this machine has received of the trial, if there is one. */
  received?: () => ReceivedRun | undefined;
}

/**
 * Follows what a trial logs with W&B: in the run file that its client writes under `directory`, or
 * at a server on this machine, whichever has more (Python's client writes to the file only in
 * blocks of 32768 bytes and at the end).
 *
 * @returns a function that reads what is new and gives the progress.
 */
export function followTrial(directory: string, options: FollowOptions): () => TrialProgress {
  let reader: RunReader | undefined;
  return () => {
    if (!reader) {
      const path = findRunFiles(directory, { id: options.run }).at(-1);
      if (path) reader = openRunReader(path);
    }
    reader?.update();
    const received = options.received?.();
    const begun = reader !== undefined && reader.log.run.id !== "";
    const inFile = reader?.log.history.length ?? 0;
    const fileIsWhole = begun && inFile >= (received?.history.length ?? 0);
    const { history = [], summary = {} } = (fileIsWhole ? reader?.log : received) ?? {};
    return {
      ...metricIn(history, summary, options.metric),
      history,
      exitCode: reader?.log.exitCode,
      logs: begun || received !== undefined,
      fileIsWhole,
    };
  };
}

function metricIn(history: Row[], summary: Row, name: string | undefined) {
  if (name === undefined) return { metric: [] };
  const values = history.filter((row) => name in row).map((row) => row[name]);
  const bad = values.findIndex((value) => typeof value === "number" && !Number.isFinite(value));
  const last = summary[name];
  return {
    metric: values.map((value) =>
      typeof value === "number" && Number.isFinite(value) ? value : NaN
    ),
    summary: typeof last === "number" && Number.isFinite(last) ? last : undefined,
    notFinite: bad < 0 ? undefined : `${name} was ${values[bad]} at iteration ${bad + 1}`,
  };
}
