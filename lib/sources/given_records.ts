import type { DataSource } from "lib/beats/mod.ts";
import { basename, join, resolve } from "node:path";
import { requireRegularFile } from "lib/files/mod.ts";
import { changedAnnotations, mitBihAnnotationSums } from "./mit_bih_annotations.ts";
import { mitBihName, mitBihRecords, recordFiles } from "./mit_bih_records.ts";
import { SourceError } from "./source_error.ts";
import { syntheticComment } from "./synthetic/synthesize_record.ts";

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
 * Looks into a folder of records that somebody gave. Records with the names of MIT-BIH's are those as far as their
 * annotation files are the published ones, else the source's name says so.
 *
 * @param givenBy What gave it, for errors, such as `--data`.
 * @param sums Of MIT-BIH's records the SHA-256 of the annotation files, from its first digit on.
 * @throws {SourceError} When there is no such folder or no record in it.
 */
export async function givenRecords(
  directory: string,
  givenBy: string,
  sums: ReadonlyMap<string, string> = mitBihAnnotationSums,
): Promise<GivenRecords> {
  const files = new Set(await listFiles(directory, givenBy));
  const headers = [...files].filter((file) => file.endsWith(".hea")).sort();
  if (headers.length === 0) {
    throw new SourceError(
      `Cannot use the records of ${givenBy}: wanted WFDB records (*.hea) in "${directory}", found none`,
    );
  }
  const texts = headers.map(async (header) => {
    const path = join(directory, header);
    await requireRegularFile(path);
    return await Deno.readTextFile(path);
  });
  if ((await Promise.all(texts)).some((text) => text.includes(syntheticComment))) {
    return { source: { name: syntheticName, synthetic: true }, missing: [] };
  }
  if (!mitBihRecords.some((record) => files.has(`${record}.hea`))) {
    return { source: { name: basename(resolve(directory)), synthetic: false }, missing: [] };
  }
  const missing = recordFiles(mitBihRecords).filter((file) => !files.has(file));
  const annotated = mitBihRecords.filter((record) => files.has(`${record}.atr`));
  const changed = await changedAnnotations(directory, annotated, sums);
  const name = changed.length === 0
    ? mitBihName
    : `${mitBihName} with other annotations of ${changed.join(", ")}`;
  return { source: { name, synthetic: false }, missing };
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
