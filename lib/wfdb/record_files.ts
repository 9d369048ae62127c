import { basename, dirname, join } from "node:path";
import { parseHeader, type RecordHeader } from "./header/parse_header.ts";
import { WfdbError } from "./wfdb_error.ts";

/** Gives the bytes of a file by its path. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** The files of one record: its folder and name, and how to read them. */
export interface RecordFiles {
  directory: string;
  name: string;
  readFile: ReadFile;
}

/** The files of the record at a path without extension, e.g. `data/mitdb/100`. */
export function recordFiles(path: string, readFile?: ReadFile): RecordFiles {
  return {
    directory: dirname(path),
    name: basename(path),
    readFile: readFile ?? readWhole,
  };
}

/**
 * Reads the file called `file` in the folder of a record.
 *
 * @throws {WfdbError} where that cannot be done, with the system's error as its cause.
 */
export async function readRecordFile(files: RecordFiles, file: string): Promise<Uint8Array> {
  try {
    return await files.readFile(join(files.directory, file));
  } catch (cause) {
    const found = cause instanceof Deno.errors.NotFound ? "missing" : String(cause);
    const details = { file, part: file, wanted: "a readable file", found };
    throw new WfdbError(`read record "${files.name}"`, details, { cause });
  }
}

/** The bytes of a file. Faster for signals than `Deno.readFile`, whose result is copied once more. */
async function readWhole(path: string): Promise<Uint8Array> {
  // Before it is opened: a named pipe waits for a writer, a device may never end.
  const { isFile, size } = await Deno.stat(path);
  if (!isFile) throw new Error("not a regular file");
  using file = await Deno.open(path);
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const count = await file.read(bytes.subarray(length));
    if (count === null) break;
    length += count;
  }
  return bytes.subarray(0, length);
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
