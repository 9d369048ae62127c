import { dump } from "js-yaml";
import { stringifyExtendedJson } from "./log/extended_json.ts";
import {
  encodeRecord,
  type Machine,
  type Row,
  type RunIdentity,
  type RunRecord,
} from "./log/run_records.ts";
import { createTransactionLog } from "./log/transaction_log.ts";

/** A run folder that is being written. */
export interface RunFolder {
  /** Path of the folder. */
  readonly path: string;
  /** Adds a row; its `_step` is its number. */
  log(row: Row): void;
  /** Sets values of the summary. */
  summarize(values: Row): void;
  /** Adds text to the console. */
  console(text: string, stream?: "stdout" | "stderr"): void;
  /** Ends the run; 0 for success. */
  finish(exitCode: number): void;
}

/** Where a run folder is made. */
export interface RunFolderOptions {
  /** The directory that holds, or will hold, the folder `wandb`. */
  directory: string;
  /** False: the folder is named `offline-run-...`, and `wandb sync` uploads it. */
  online?: boolean;
}

/**
 * Makes the folder of a run that W&B's tools read: `wandb/offline-run-DATE_TIME-ID/` with
 * `run-ID.wandb`, to which each call appends immediately, and `files/` with config.yaml,
 * wandb-metadata.json, output.log and, when finished, wandb-summary.json.
 *
 * @throws Deno.errors.AlreadyExists where the run has a file already.
 */
export function createRunFolder(run: RunIdentity, options: RunFolderOptions): RunFolder {
  const kind = options.online ? "run" : "offline-run";
  const path = `${options.directory}/wandb/${kind}-${localTime(run.startTime)}-${run.id}`;
  Deno.mkdirSync(`${path}/files`, { recursive: true });
  Deno.mkdirSync(`${path}/logs`, { recursive: true });
  const log = createTransactionLog(`${path}/run-${run.id}.wandb`);
  const writeFile = (name: string, text: string) =>
    Deno.writeTextFileSync(`${path}/files/${name}`, text);
  let recordCount = 0;
  const append = (record: RunRecord) => log.append(encodeRecord(record, ++recordCount));
  const elapsed = () => (Date.now() - run.startTime) / 1000;
  const machine = thisMachine(run);
  append({ kind: "header", producer: "ecg-beats" });
  append({ kind: "run", run: { ...run, config: { _wandb: {}, ...run.config } } });
  append({ kind: "environment", machine });
  writeFile("wandb-metadata.json", JSON.stringify(machine, null, 2));
  const config = Object.entries(run.config).map(([key, value]) => [key, { value }]);
  writeFile("config.yaml", dump(Object.fromEntries(config), { noRefs: true }));
  const summary: Row = {};
  const summarize = (update: Row) => {
    Object.assign(summary, update);
    append({ kind: "summary", update });
  };
  return {
    path,
    log(row) {
      append({ kind: "history", row, step: Number(row._step ?? 0) });
      summarize(row);
    },
    summarize,
    console(text, stream = "stdout") {
      append({ kind: "console", text, stream, time: Date.now() });
      Deno.writeTextFileSync(`${path}/files/output.log`, text, { append: true });
    },
    finish(exitCode) {
      writeFile("wandb-summary.json", stringifyExtendedJson(summary));
      append({ kind: "exit", exitCode, seconds: elapsed() });
      log.close();
    },
  };
}

function thisMachine(run: RunIdentity): Machine {
  return {
    os: Deno.build.target,
    host: run.host ?? "",
    startedAt: new Date(run.startTime).toISOString(),
    executable: `deno ${Deno.version.deno}`,
    program: Deno.mainModule.replace(/^file:\/\//, ""),
    args: Deno.args,
    cpu_count: navigator.hardwareConcurrency,
  };
}

/** 20260131_235959, in local time as W&B names its folders. */
function localTime(milliseconds: number): string {
  const local = new Date(milliseconds - new Date(milliseconds).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "_");
}
