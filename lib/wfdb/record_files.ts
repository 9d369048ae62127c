import { parseHeader, type RecordHeader } from "./header/parse_header.ts";
import { WfdbError } from "./wfdb_error.ts";

/**
 * Gives the bytes of a file by its path, which is the record's path with the name of one of its
 * files in the place of the record's. Where there is no such file, it gives undefined or throws what
 * the system throws (a "NotFound" of Deno, an "ENOENT" of Node, a browser's "NotFoundError").
 */
export type ReadFile = (
  path: string,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** The files of one record: its folder and name, and how to read them. */
export interface RecordFiles {
  /** What stands before the name in the record's path: empty or up to the last separator. */
  directory: string;
  name: string;
  readFile: ReadFile;
}

/** The files of the record at a path without extension, e.g. `data/mitdb/100`. */
export function recordFiles(path: string, readFile: ReadFile = readStored): RecordFiles {
  const trimmed = path.replace(/[/\\]+$/, "");
  const at = Math.max(trimmed.lastIndexOf("/"), trimmed.lastIndexOf("\\")) + 1;
  return { directory: trimmed.slice(0, at), name: trimmed.slice(at), readFile };
}

async function readStored(path: string): Promise<Uint8Array> {
  const { readNodeFile } = await import("./node_files.ts");
  return await readNodeFile(path);
}

/**
 * Reads the file called `file` in the folder of a record.
 *
 * @throws {WfdbError} where that cannot be done, with the system's error as its cause; where there is
 * no such file, its `details.found` is "missing".
 */
export async function readRecordFile(files: RecordFiles, file: string): Promise<Uint8Array> {
  const details = { file, part: file, wanted: "a readable file" };
  const task = `read record "${files.name}"`;
  let bytes;
  try {
    bytes = await files.readFile(files.directory + file);
  } catch (cause) {
    throw new WfdbError(task, { ...details, found: whyUnreadable(cause) }, { cause });
  }
  if (bytes === undefined) throw new WfdbError(task, { ...details, found: "missing" });
  return bytes;
}

/** "missing" for the error of a system that has no such file or folder, else what it says. */
export function whyUnreadable(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  const missing = code === "ENOENT" || name === "NotFound" || name === "NotFoundError";
  if (missing) return "missing";
  return error instanceof Error && name === "Error" ? error.message : String(error);
}

/** Reads and parses the header file of a record. */
export async function readHeader(files: RecordFiles): Promise<RecordHeader> {
  const bytes = await readRecordFile(files, `${files.name}.hea`);
  return parseHeader(decodeText(bytes), { name: files.name });
}

/** The text of a header: UTF-8, or Latin-1 as in older files. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}
