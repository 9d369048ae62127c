import { parseExtendedJson } from "./log/extended_json.ts";
import type { Row } from "./log/run_records.ts";

/** A run as a server has received it. */
export interface ReceivedRun {
  /** Identifier of the run, unique in its project. */
  id: string;
  /** The W&B project. */
  project: string;
  /** The user or team that the project belongs to. */
  entity: string;
  /** Identifier of the sweep that the run belongs to. */
  sweepId?: string;
  /** Name of the run. */
  displayName?: string;
  /** The configuration. */
  config: Row;
  /** The logged rows. */
  history: Row[];
  /** The last value of each logged name. */
  summary: Row;
  /** Lines that the run printed. */
  console: string[];
  /** Undefined until the run has said that it ended. */
  exitCode?: number;
  /** Uploaded files by name. */
  files: Record<string, string>;
  /** Set it to let the client stop the run. */
  stopped: boolean;
}

/** What a request says about a run: its configuration, what it logged, or a file. */
export type Told =
  | { type: "configuration"; config: Row | undefined }
  | { type: "stream"; logs: Log[]; exitCode?: number }
  | { type: "file"; name: string; text: string };

/** Lines of a log with the position of the first, so that a repeated request does no harm; or the whole summary. */
type Log =
  | { name: "history"; offset: number; lines: Row[] }
  | { name: "console"; offset: number; lines: string[] }
  | { name: "summary"; summary: Row };

/**
 * Reads the body of a request to W&B's file stream.
 *
 * @throws {Error} when it is damaged.
 */
// deno-lint-ignore no-explicit-any
export function parseStream({ files = {}, complete, exitcode }: any): Told {
  const logs = Object.entries<{ offset: number; content: string[] }>(files).flatMap(
    ([name, { offset, content }]): Log[] => {
      if (!Array.isArray(content)) {
        throw new Error(`wanted lines of ${name}, found ${JSON.stringify(content)}`);
      }
      if (name === "wandb-history.jsonl") {
        return [{ name: "history", offset, lines: content.map(parseExtendedJson) }];
      }
      if (name === "output.log") return [{ name: "console", offset, lines: content }];
      if (name !== "wandb-summary.json") return [];
      return [{ name: "summary", summary: parseExtendedJson(content.at(-1)!) }];
    },
  );
  return { type: "stream", logs, exitCode: complete ? exitcode ?? 0 : undefined };
}

/**
 * Characters by which a request enlarges what is kept. A replacement counts by its difference, since clients repeat
 * requests and send their summary many times.
 *
 * @param run what is kept already; undefined for a run that is new.
 */
export function addedSize(run: ReceivedRun | undefined, told: Told): number {
  const own = run ? 0 : ownSize;
  if (told.type === "configuration") {
    return told.config ? own + size(told.config) - size(run?.config) : own;
  }
  if (told.type === "file") return own + size(told.text) - size(run?.files[told.name]);
  return told.logs.reduce((sum, log) => {
    if (log.name === "summary") return sum + size(log.summary) - size(run?.summary);
    const { offset, lines } = log;
    return sum + size(lines) - size(run?.[log.name].slice(offset, offset + lines.length));
  }, own);
}

/** Characters that count for a run without content. */
const ownSize = 100;

function size(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}

/** Stores what a request says about the run `id`. */
export function keep(runs: Map<string, ReceivedRun>, id: string, told: Told): ReceivedRun {
  const run = runNamed(runs, id);
  if (told.type === "configuration") run.config = told.config ?? run.config;
  else if (told.type === "file") run.files[told.name] = told.text;
  else {
    for (const log of told.logs) {
      if (log.name === "summary") run.summary = log.summary;
      else if (log.name === "history") {
        run.history.splice(log.offset, log.lines.length, ...log.lines);
      } else run.console.splice(log.offset, log.lines.length, ...log.lines);
    }
    run.exitCode = told.exitCode ?? run.exitCode;
  }
  return run;
}

function runNamed(runs: Map<string, ReceivedRun>, id: string): ReceivedRun {
  const run = runs.get(id) ?? {
    id,
    project: "",
    entity: "",
    config: {},
    history: [],
    summary: {},
    console: [],
    files: {},
    stopped: false,
  };
  runs.set(id, run);
  return run;
}
