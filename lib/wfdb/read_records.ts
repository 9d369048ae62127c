import { join } from "node:path";
import { type EcgRecord, readRecord, type ReadRecordOptions } from "./read_record.ts";

/** Reads every record of a folder, sorted by name. */
export async function readRecords(
  directory: string,
  options: ReadRecordOptions = {},
): Promise<EcgRecord[]> {
  const names: string[] = [];
  for await (const entry of Deno.readDir(directory)) {
    if (entry.isFile && entry.name.endsWith(".hea")) names.push(entry.name.slice(0, -4));
  }
  return await Promise.all(names.sort().map((name) => readRecord(join(directory, name), options)));
}
