import { join } from "node:path";
import { type EcgRecord, readRecord, type ReadRecordOptions } from "./read_record.ts";
import { readHeader, recordFiles } from "./record_files.ts";
import { WfdbError } from "./wfdb_error.ts";

/** Options of {@linkcode readRecords}. */
export type ReadRecordsOptions = Omit<ReadRecordOptions, "readFile">;

/** Records read at the same time: enough to keep the disk busy, few enough to open many records safely. */
const concurrency = 8;

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
  const records = new Array<EcgRecord>(names.length);
  const queue = names.entries();
  const readNext = async () => {
    for (const [index, name] of queue) {
      records[index] = await readRecord(join(directory, name), options);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, readNext));
  return records;
}

async function recordNames(directory: string): Promise<string[]> {
  const names = new Set<string>();
  try {
    for await (const { name } of Deno.readDir(directory)) {
      if (name.endsWith(".hea")) names.add(name.slice(0, -".hea".length));
    }
  } catch (cause) {
    const found = cause instanceof Deno.errors.NotFound ? "missing" : String(cause);
    const details = { file: directory, part: directory, wanted: "a readable folder", found };
    throw new WfdbError("read records", details, { cause });
  }
  for (const name of [...names]) {
    const { segments = [] } = await readHeader(recordFiles(join(directory, name)));
    for (const segment of segments) names.delete(segment.name);
  }
  return [...names].sort();
}
