import { join } from "node:path";
import { replaceFile } from "lib/files/mod.ts";
import { isCheckedFolder, noteCheckedFolder } from "./checked_folder.ts";
import { DownloadError } from "./download_error.ts";
import { downloadFile } from "./download_file.ts";
import { fileSha256 } from "./file_sha256.ts";
import { mitBihName, mitBihRecords, mitBihUrl, recordFiles } from "../mit_bih_records.ts";
import { parseChecksums } from "./parse_checksums.ts";
import { requestFile, type RequestTimeouts } from "./request_file.ts";
import { type RetryOptions, withRetries } from "./with_retries.ts";

/** How far a download of records has come. */
export interface DownloadProgress {
  /** Files that are there and right. */
  files: number;
  /** Files in all. */
  fileCount: number;
  /** Bytes that came in during this run. */
  bytes: number;
}

/** Options of {@linkcode downloadRecords}. */
export interface DownloadRecordsOptions extends RequestTimeouts, RetryOptions {
  /** Address of the folder with the records and their SHA256SUMS.txt; PhysioNet's by default. */
  baseUrl?: string;
  /** Names of the records wanted; the 48 of MIT-BIH by default. */
  records?: readonly string[];
  /** Files to download at a time; 4 by default. */
  connections?: number;
  /** Called whenever bytes came in or a file was finished. */
  onProgress?: (progress: DownloadProgress) => void;
  /** Called when files are wanting, before the server is asked; what it throws ends the download. */
  onWanting?: (files: string[]) => void | Promise<void>;
  /** Called when another process is found downloading, before it is waited for. */
  onWait?: () => void;
}

const checksumFile = "SHA256SUMS.txt";

/**
 * Tells whether a folder has all records, each file checked against its SHA-256 and of the same size since.
 *
 * @param records Names of the records wanted; the 48 of MIT-BIH by default.
 */
export function hasCheckedRecords(
  directory: string,
  records: readonly string[] = mitBihRecords,
): Promise<boolean> {
  return isCheckedFolder(directory, mitBihName, { files: recordFiles(records) });
}

/**
 * Completes a folder of records: checks the files that are there against SHA256SUMS.txt and downloads
 * those that are wanting or wrong. Downloads that were cut off go on where they ended, in this run or
 * the next. Of several processes one downloads, the others wait for it.
 *
 * Without network, a folder that is complete and has its SHA256SUMS.txt passes.
 *
 * @throws {DownloadError} When the server cannot be reached, has not all files or sends wrong ones.
 */
export async function downloadRecords(
  directory: string,
  options: DownloadRecordsOptions = {},
): Promise<void> {
  const { baseUrl = mitBihUrl, records = mitBihRecords } = options;
  const files = recordFiles(records);
  await Deno.mkdir(directory, { recursive: true });
  using lock = await Deno.open(join(directory, ".lock"), { create: true, write: true });
  if (!await lock.tryLock(true)) {
    options.onWait?.();
    await lock.lock(true);
  }
  if (await hasCheckedRecords(directory, records)) return;
  let sums = await Deno.readTextFile(join(directory, checksumFile)).catch(() => "");
  let wanting = await wrongFiles(directory, files, parseChecksums(sums));
  if (wanting.length > 0) {
    await options.onWanting?.(wanting);
    sums = await downloadChecksums(new URL(checksumFile, baseUrl).href, options);
    const checksums = parseChecksums(sums);
    wanting = await wrongFiles(directory, files, checksums);
    await downloadAll(
      directory,
      { wanting, checksums, done: files.length - wanting.length },
      options,
    );
    await replaceFile(join(directory, checksumFile), sums);
  }
  await noteCheckedFolder(directory, mitBihName, { files });
}

/** Files that are not there or differ from their checksum, in order. */
async function wrongFiles(
  directory: string,
  files: readonly string[],
  checksums: Map<string, string>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const file of files) {
    const checksum = checksums.get(file);
    if (checksum === undefined || await fileSha256(join(directory, file)) !== checksum) {
      wrong.push(file);
    }
  }
  return wrong;
}

/** The first thing asked for: a server that cannot be reached for it is not asked again. */
async function downloadChecksums(url: string, options: DownloadRecordsOptions): Promise<string> {
  const pieces = await withRetries(async () => {
    const received: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of (await requestFile(url, options))!.chunks) received.push(chunk);
    return received;
  }, { ...options, lasting: ["missing", "unreachable", "stalled"] });
  const text = await new Blob(pieces).text();
  const { records = mitBihRecords } = options;
  const checksums = parseChecksums(text);
  const unknown = recordFiles(records).filter((file) => !checksums.has(file));
  if (unknown.length === 0) return text;
  throw new DownloadError(
    "corrupt",
    `Cannot download ${url}: wanted the SHA-256 of every file of ${records.length} records, ` +
      `found none of ${unknown.slice(0, 3).join(", ")}${unknown.length > 3 ? " and others" : ""}`,
  );
}

interface Work {
  wanting: string[];
  checksums: Map<string, string>;
  /** Files that need no download. */
  done: number;
}

async function downloadAll(
  directory: string,
  { wanting, checksums, done }: Work,
  options: DownloadRecordsOptions,
): Promise<void> {
  const { baseUrl = mitBihUrl, connections = 4, onProgress } = options;
  const progress = { files: done, fileCount: done + wanting.length, bytes: 0 };
  const queue = [...wanting];
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      try {
        await downloadFile(new URL(file, baseUrl).href, join(directory, file), {
          ...options,
          sha256: checksums.get(file)!,
          onBytes: (count) => onProgress?.({ ...progress, bytes: progress.bytes += count }),
        });
      } catch (error) {
        queue.length = 0;
        throw error;
      }
      onProgress?.({ ...progress, files: ++progress.files });
    }
  };
  const results = await Promise.allSettled(Array.from({ length: connections }, worker));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
