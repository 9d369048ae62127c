import { parseExtendedJson, stringifyExtendedJson } from "./extended_json.ts";
import {
  decodeMessage,
  encodeMessage,
  type Field,
  type Message,
  messagesIn,
  numberIn,
  textIn,
  textsIn,
} from "./protobuf.ts";

/** A logged row, a configuration or a summary: names and values. */
export type Row = Record<string, unknown>;

/** What identifies a run. */
export interface RunIdentity {
  /** Identifier of the run, unique in its project. */
  id: string;
  /** The W&B project. */
  project?: string;
  /** The user or team that the project belongs to. */
  entity?: string;
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
  /** Identifier of the sweep. */
  sweepId?: string;
  /** Name of the computer. */
  host?: string;
  /** Milliseconds since 1970. */
  startTime: number;
  /** The configuration. */
  config: Row;
}

/** Where a run runs, in the names of wandb-metadata.json. */
export interface Machine {
  os: string;
  host: string;
  startedAt: string;
  executable: string;
  program: string;
  args: string[];
  cpu_count: number;
}

/** The records of a run file that matter to a reader; all others are skipped. */
export type RunRecord =
  | { kind: "header"; producer: string }
  | { kind: "run"; run: RunIdentity }
  | { kind: "environment"; machine: Machine }
  | { kind: "history"; row: Row; step: number }
  | { kind: "summary"; update: Row }
  | { kind: "config"; update: Row }
  | { kind: "console"; text: string; stream: "stdout" | "stderr"; time: number }
  | { kind: "files"; paths: string[] }
  | { kind: "exit"; exitCode: number; seconds: number };

/** Numbers of the fields of W&B's `Record` message. */
const field = {
  history: 2,
  summary: 3,
  config: 5,
  files: 6,
  console: 13,
  run: 17,
  exit: 18,
  header: 21,
  environment: 26,
} as const;

/** The oldest client that may read what is written here, as W&B's own client states it. */
const oldestReader = "0.70.0";

/** Writes the `number`th record of a run file as W&B's protobuf message. */
export function encodeRecord(record: RunRecord, number: number): Uint8Array {
  return encodeMessage([[1, number], [field[record.kind], body(record)]]);
}

/** Reads a record of a run file; undefined for the kinds that are skipped. */
export function decodeRecord(bytes: Uint8Array): RunRecord | undefined {
  const message = decodeMessage(bytes);
  for (const [kind, number] of Object.entries(field)) {
    const [inner] = messagesIn(message, number);
    if (inner) return readers[kind as RunRecord["kind"]](inner);
  }
}

function body(record: RunRecord): Field[] {
  switch (record.kind) {
    case "header":
      return [[1, [[1, record.producer], [2, oldestReader]]]];
    case "run": {
      const { run } = record;
      return [
        [1, run.id],
        [2, run.entity],
        [3, run.project],
        [4, items(run.config, 1)],
        [6, run.group],
        [7, run.jobType],
        [8, run.name],
        [9, run.notes],
        ...(run.tags ?? []).map((tag): Field => [10, tag]),
        [12, run.sweepId],
        [13, run.host],
        [17, timestamp(run.startTime)],
      ];
    }
    case "environment":
      return environment(record.machine);
    case "history":
      return [...items(record.row, 1), [2, [[1, record.step]]]];
    case "summary":
    case "config":
      return items(record.update, 1);
    case "console":
      return [[1, record.stream === "stdout"], [2, timestamp(record.time)], [3, record.text]];
    case "files":
      return record.paths.map((path) => [1, [[1, path]]]);
    case "exit":
      return [[1, record.exitCode], [2, Math.round(record.seconds)]];
  }
}

function environment(machine: Machine): Field[] {
  return [
    [1, machine.os],
    [3, timestamp(Date.parse(machine.startedAt))],
    ...machine.args.map((word): Field => [5, word]),
    [6, machine.program],
    [12, machine.host],
    [14, machine.executable],
    [16, machine.cpu_count],
  ];
}

const readers: { [K in RunRecord["kind"]]: (message: Message) => RunRecord } = {
  header: (m) => ({ kind: "header", producer: messagesIn(m, 1).map((v) => textIn(v, 1)).join() }),
  run: (m) => ({
    kind: "run",
    run: {
      id: textIn(m, 1),
      entity: textIn(m, 2) || undefined,
      project: textIn(m, 3) || undefined,
      config: Object.assign({}, ...messagesIn(m, 4).map((config) => row(config, 1))),
      group: textIn(m, 6) || undefined,
      jobType: textIn(m, 7) || undefined,
      name: textIn(m, 8) || undefined,
      notes: textIn(m, 9) || undefined,
      tags: textsIn(m, 10),
      sweepId: textIn(m, 12) || undefined,
      host: textIn(m, 13) || undefined,
      startTime: milliseconds(m, 17),
    },
  }),
  environment: (m) => ({
    kind: "environment",
    machine: {
      os: textIn(m, 1),
      startedAt: new Date(milliseconds(m, 3)).toISOString(),
      args: textsIn(m, 5),
      program: textIn(m, 6),
      host: textIn(m, 12),
      executable: textIn(m, 14),
      cpu_count: numberIn(m, 16),
    },
  }),
  history: (m) => ({
    kind: "history",
    row: row(m, 1),
    step: messagesIn(m, 2).map((step) => numberIn(step, 1))[0] ?? 0,
  }),
  summary: (m) => ({ kind: "summary", update: row(m, 1) }),
  config: (m) => ({ kind: "config", update: row(m, 1) }),
  console: (m) => ({
    kind: "console",
    stream: numberIn(m, 1) ? "stdout" : "stderr",
    time: milliseconds(m, 2),
    text: textIn(m, 3),
  }),
  files: (m) => ({ kind: "files", paths: messagesIn(m, 1).map((item) => textIn(item, 1)) }),
  exit: (m) => ({ kind: "exit", exitCode: numberIn(m, 1), seconds: numberIn(m, 2) }),
};

/** W&B's items: a key and its value as JSON. */
function items(row: Row, number: number): Field[] {
  return Object.entries(row).map(([key, value]) => [
    number,
    [[1, key], [16, stringifyExtendedJson(value)]],
  ]);
}

/** A key inside a mapping is named with dots, as W&B names such a metric. */
function row(message: Message, number: number): Row {
  const result: Row = {};
  for (const item of messagesIn(message, number)) {
    const key = textIn(item, 1) || textsIn(item, 2).join(".");
    result[key] = parseExtendedJson(textIn(item, 16) || "null");
  }
  return result;
}

function timestamp(milliseconds: number): Field[] {
  const seconds = Math.floor(milliseconds / 1000);
  return [[1, seconds], [2, Math.round((milliseconds - seconds * 1000) * 1e6)]];
}

function milliseconds(message: Message, number: number): number {
  const [time] = messagesIn(message, number);
  return time ? numberIn(time, 1) * 1000 + numberIn(time, 2) / 1e6 : 0;
}
