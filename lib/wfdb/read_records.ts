import { type EcgRecord, readRecordBody, type ReadRecordOptions } from "./read_record.ts";
import { readHeader, recordFiles, whyUnreadable } from "./record_files.ts";
import { WfdbError } from "./wfdb_error.ts";

/** Options of {@linkcode readRecords}. */
export type ReadRecordsOptions = Omit<ReadRecordOptions, "readFile">;

/**
 * Reads every record of a folder, sorted by name. A segment of a multi-segment record there is no record of its own.
 *
 * @throws {WfdbError} where the folder or a record cannot be read.
 */
export async function readRecords(
  directory: string,
  options: ReadRecordsOptions = {},
): Promise<EcgRecord[]> {
  const names = await recordNames(directory);
  const files = names.map((name) => recordFiles(`${directory}/${name}`));
  const headers = await mapConcurrently(files, readHeader);
  const segments = new Set(
    headers.flatMap(({ segments = [] }) => segments.map(({ name }) => name)),
  );
  const whole = files.map((each, index) => ({ files: each, header: headers[index]! }))
    .filter(({ files: { name } }) => !segments.has(name));
  return await mapConcurrently(
    whole,
    ({ files, header }) => readRecordBody(files, header, options),
  );
}

async function recordNames(directory: string): Promise<string[]> {
  try {
    const { listNodeFiles } = await import("./node_files.ts");
    const headers = (await listNodeFiles(directory)).filter((name) => name.endsWith(".hea"));
    return headers.map((name) => name.slice(0, -".hea".length)).sort();
  } catch (cause) {
    const found = whyUnreadable(cause);
    const details = { file: directory, part: directory, wanted: "a readable folder", found };
    throw new WfdbError("read records", details, { cause });
  }
}

/** Maps in order, a few items at the same time: enough to keep the disk busy, few enough for any number of files. */
async function mapConcurrently<T, U>(items: T[], map: (item: T) => Promise<U>): Promise<U[]> {
  const results = new Array<U>(items.length);
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return results;
}
