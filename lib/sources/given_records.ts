import type { DataSource } from "lib/beats/mod.ts";
import { basename, join, resolve } from "node:path";
import { mitBihName, mitBihRecords, recordFiles } from "./mit_bih_records.ts";
import { SourceError } from "./source_error.ts";
import { syntheticComment } from "./synthesize_record.ts";

/** What a folder of records holds. */
export interface GivenRecords {
  /** What the records are. */
  source: DataSource;
  /** Files of MIT-BIH records that are not there, where the folder holds such records. */
  missing: string[];
}

/** Name of synthetic records as a source. */
export const syntheticName = "synthetic records (model of McSharry et al. 2003)";

/**
 * Looks into a folder of records that somebody gave.
 *
 * @param givenBy What gave it, for errors, such as `--data`.
 * @throws {SourceError} When there is no such folder or no record in it.
 */
export async function givenRecords(directory: string, givenBy: string): Promise<GivenRecords> {
  const files = new Set(await listFiles(directory, givenBy));
  const headers = [...files].filter((file) => file.endsWith(".hea")).sort();
  if (headers.length === 0) {
    throw new SourceError(
      `Cannot use the records of ${givenBy}: wanted WFDB records (*.hea) in "${directory}", found none`,
    );
  }
  if (mitBihRecords.some((record) => files.has(`${record}.hea`))) {
    const missing = recordFiles(mitBihRecords).filter((file) => !files.has(file));
    return { source: { name: mitBihName, synthetic: false }, missing };
  }
  const texts = headers.map((header) => Deno.readTextFile(join(directory, header)));
  const synthetic = (await Promise.all(texts)).some((text) => text.includes(syntheticComment));
  const name = synthetic ? syntheticName : basename(resolve(directory));
  return { source: { name, synthetic }, missing: [] };
}

async function listFiles(directory: string, givenBy: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(directory))).map(({ name }) => name);
  } catch (cause) {
    const found = cause instanceof Deno.errors.NotFound ? "nothing there" : String(cause);
    throw new SourceError(
      `Cannot use the records of ${givenBy}: wanted a folder at "${directory}", found ${found}`,
      { cause },
    );
  }
}
