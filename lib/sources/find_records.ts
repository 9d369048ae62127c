import type { DataSource } from "lib/beats/mod.ts";
import { join, resolve } from "node:path";
import { DownloadError } from "./download/download_error.ts";
import {
  downloadRecords,
  type DownloadRecordsOptions,
  hasCheckedRecords,
} from "./download/download_records.ts";
import { givenRecords, syntheticName } from "./given_records.ts";
import { mitBihName, mitBihRecords, mitBihUrl } from "./mit_bih_records.ts";
import { progressLine } from "./download/progress_line.ts";
import { SourceError } from "./source_error.ts";
import {
  writeSyntheticRecords,
  type WriteSyntheticRecordsOptions,
} from "./synthetic/write_synthetic_records.ts";

/** Where records are and what they are. */
export interface RecordSource {
  /** Folder of the records. */
  directory: string;
  /** What they are, for every figure and table made from them. */
  source: DataSource;
}

/** Options of {@linkcode findRecords}. */
export interface FindRecordsOptions {
  /** Folder of records that is to be used, as `--data` gives it; else the one that ECG_DATA names. */
  data?: string;
  /** Folder for what is downloaded or made; the project's `data` by default. */
  root?: string;
  /** Options of the download, such as another server. */
  download?: DownloadRecordsOptions;
  /** Options of the synthetic records. */
  synthetic?: WriteSyntheticRecordsOptions;
  /** Milliseconds for which a server that could not be reached is not tried again; 600,000 by default. */
  retryAfter?: number;
  /** Says what is found, one line at a time; on standard error by default. */
  log?: (line: string) => void;
}

const project = resolve(import.meta.dirname!, "..", "..");

/**
 * Finds records to work on: in the folder that `data` or the variable ECG_DATA names; else the MIT-BIH
 * records in `data/mitdb`, if they are all there and whole; else by downloading them to there; and where
 * that fails, synthetic ones made in `data/synthetic`. It says so, and the source says that they are.
 *
 * A relative path in ECG_DATA starts from the project's folder, wherever the program runs.
 *
 * @throws {SourceError} When the folder that was named cannot be used, or records cannot be stored.
 */
export async function findRecords(options: FindRecordsOptions = {}): Promise<RecordSource> {
  const { data, root = join(project, "data"), log = console.error } = options;
  const variable = Deno.env.get("ECG_DATA");
  if (data !== undefined) return await useGiven(resolve(data), "--data", log);
  if (variable) return await useGiven(resolve(project, variable), "ECG_DATA", log);
  try {
    return await provideMitBih(join(root, "mitdb"), options, log);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw explained(error, root);
    log(`The records are SYNTHETIC, because MIT-BIH's cannot be had: ${error.message}.`);
    await mentionUnused(join(root, "mitdb"), log);
  }
  try {
    return await provideSynthetic(join(root, "synthetic"), options, log);
  } catch (error) {
    throw explained(error, root);
  }
}

async function useGiven(
  directory: string,
  givenBy: string,
  log: (line: string) => void,
): Promise<RecordSource> {
  const { source, missing } = await givenRecords(directory, givenBy);
  if (missing.length > 0) {
    const records = new Set(missing.map((file) => file.split(".")[0]));
    log(
      `Of the ${mitBihRecords.length} MIT-BIH records ${records.size} are missing in ` +
        `${directory}, whole or in part: ${[...records].join(" ")}.`,
    );
  }
  return { directory, source };
}

async function provideMitBih(
  directory: string,
  { download = {}, retryAfter = 600_000 }: FindRecordsOptions,
  log: (line: string) => void,
): Promise<RecordSource> {
  const found = { directory, source: { name: mitBihName, synthetic: false } };
  if (await hasCheckedRecords(directory, download.records)) return found;
  const note = join(directory, "unreachable");
  let asked = false;
  try {
    await downloadRecords(directory, {
      onWanting: async () => {
        await refuseSoon(note, retryAfter);
        asked = true;
        log(`Looking for the MIT-BIH records at ${download.baseUrl ?? mitBihUrl} (some 100 MB).`);
      },
      onProgress: progressLine(),
      onWait: () => log("Another program is downloading them: waiting for it."),
      ...download,
    });
  } catch (error) {
    if (asked && error instanceof DownloadError && error.failure === "unreachable") {
      await Deno.writeTextFile(note, `${error.message}\n`);
    }
    throw error;
  }
  return found;
}

/** Spares programs that run one after the other without network the wait for a connection in each. */
async function refuseSoon(note: string, retryAfter: number): Promise<void> {
  const written = await Deno.stat(note).then(({ mtime }) => mtime, () => null);
  const age = written ? Date.now() - written.getTime() : Infinity;
  if (age < 0 || age >= retryAfter) return; // a note from the future: the clock was set
  const minutes = Math.round(age / 60_000);
  throw new DownloadError(
    "unreachable",
    `the server could not be reached ${minutes} min ago and is not tried again so soon ` +
      "(`deno task data` does)",
  );
}

/** Somebody without network may have copied records to where they would be downloaded to. */
async function mentionUnused(directory: string, log: (line: string) => void): Promise<void> {
  const names = (await Array.fromAsync(Deno.readDir(directory))).map(({ name }) => name);
  if (!names.some((name) => name.endsWith(".hea"))) return;
  log(
    `The records in ${directory} are not used: not all are there and checked against their ` +
      `SHA256SUMS.txt. To use them as they are: --data ${directory}.`,
  );
}

async function provideSynthetic(
  directory: string,
  { synthetic }: FindRecordsOptions,
  log: (line: string) => void,
): Promise<RecordSource> {
  await writeSyntheticRecords(directory, synthetic);
  log(
    `A published model of the heart made those in ${directory}; all that comes of them says so. ` +
      "For real records name a folder: --data DIR or ECG_DATA=DIR.",
  );
  return { directory, source: { name: syntheticName, synthetic: true } };
}

/** Adds to a failure of the file system what was to be done. */
function explained(error: unknown, root: string): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const message = `Cannot store records in "${root}": wanted to write up to 100 MB there, ` +
    `found: ${error.message}`;
  return new SourceError(message, { cause: error });
}
