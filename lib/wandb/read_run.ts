import { decodeRecord, type Row, type RunIdentity, type RunRecord } from "./log/run_records.ts";
import { readTransactionLog } from "./log/transaction_log.ts";

/** What a run file says about its run so far. */
export interface RunLog {
  /** Which run it is. */
  run: RunIdentity;
  /** The logged rows, W&B's own `_step`, `_runtime` and `_timestamp` among their names. */
  history: Row[];
  /** The last value of each name. */
  summary: Row;
  /** What the run printed. */
  console: string;
  /** Undefined until the run has said that it ended. */
  exitCode?: number;
  /** From start to exit, in seconds. */
  seconds?: number;
}

/** Reads a run file again and again while it grows. */
export interface RunReader {
  /** What was read so far; the same object after every update. */
  readonly log: RunLog;
  /** Reads what was added since the last call and returns whether there was anything. */
  update(): boolean;
}

/**
 * Reads the `.wandb` file of a run, also one that is still being written or was cut off.
 *
 * @throws Deno.errors.NotFound where there is no such file; TypeError where it is something else.
 */
export function readRun(path: string): RunLog {
  const reader = openRunReader(path);
  reader.update();
  return reader.log;
}

/** Makes a reader that follows a `.wandb` file from its start. */
export function openRunReader(path: string): RunReader {
  const log: RunLog = {
    run: { id: "", startTime: 0, config: {} },
    history: [],
    summary: {},
    console: "",
  };
  let position = 0;
  return {
    log,
    update() {
      const { records, end } = readTransactionLog(readFrom(path, position), position);
      position = end;
      for (const bytes of records) {
        const record = decodeRecord(bytes);
        if (record) apply(log, record);
      }
      return records.length > 0;
    },
  };
}

/**
 * The run files under a directory (that of WANDB_DIR), the oldest folder first.
 *
 * @returns their paths, empty where there are none.
 */
export function findRunFiles(directory: string, options: { id?: string } = {}): string[] {
  const root = `${directory}/wandb`;
  const folders = entriesOf(root)
    .filter((name) => folderStart.test(name))
    .filter((name) => options.id === undefined || name.replace(folderStart, "") === options.id)
    .sort((a, b) => dateOf(a) < dateOf(b) ? -1 : 1);
  return folders.flatMap((folder) =>
    entriesOf(`${root}/${folder}`).filter((name) => /^run-.*\.wandb$/.test(name))
      .map((name) => `${root}/${folder}/${name}`)
  );
}

/** What comes before the identifier in a folder's name. */
const folderStart = /^(offline-)?run-\d{8}_\d{6}-/;

function readFrom(path: string, position: number): Uint8Array {
  // Before it is opened: a named pipe waits for a writer, and no timer could end that.
  if (!Deno.statSync(path).isFile) {
    throw new Error(`Cannot read the run "${path}": wanted a regular file, found something else`);
  }
  using file = Deno.openSync(path);
  const size = file.statSync().size;
  file.seekSync(position, Deno.SeekMode.Start);
  const bytes = new Uint8Array(Math.max(0, size - position));
  let length = 0;
  for (let read; (read = file.readSync(bytes.subarray(length)));) length += read;
  return bytes.subarray(0, length);
}

function apply(log: RunLog, record: RunRecord): void {
  if (record.kind === "run") log.run = { ...record.run, config: { ...record.run.config } };
  if (record.kind === "config") Object.assign(log.run.config, record.update);
  if (record.kind === "history") log.history.push({ _step: record.step, ...record.row });
  if (record.kind === "summary") Object.assign(log.summary, record.update);
  if (record.kind === "console") log.console += record.text;
  if (record.kind === "exit") {
    log.exitCode = record.exitCode;
    log.seconds = record.seconds;
  }
}

function entriesOf(directory: string): string[] {
  try {
    return Array.from(Deno.readDirSync(directory), (entry) => entry.name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function dateOf(folder: string): string {
  return folder.replace("offline-", "");
}
