import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { requireRegularFile } from "lib/files/mod.ts";
import { type BeatColumns, beatColumns } from "./beat_columns.ts";
import { type BeatRow, parseBeatRow } from "./parse_beat_row.ts";

/**
 * Reads a CSV file of beats some rows at a time, so that a large file never fills the memory. Empty lines
 * count but give no row. A header is passed over, with the column of the rows' numbers that pandas writes under a
 * header; a file that is gzipped is unpacked, whatever its name.
 *
 * @throws {Error} When there is no such file, it holds no beat, or a line is none; see {@linkcode parseBeatRow}.
 */
export async function* readBeatRows(path: string, rowsAtOnce: number): AsyncGenerator<BeatRow[]> {
  let batch: BeatRow[] = [];
  let [number, rows] = [0, 0];
  try {
    await requireRegularFile(path);
    const lines = createInterface({ input: await openText(path), crlfDelay: Infinity });
    let columns: BeatColumns | undefined;
    for await (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      if (!columns) {
        columns = beatColumns(line);
        if (columns.header) continue;
        columns.numbered = false;
      }
      rows++;
      const own = columns.numbered ? line.slice(line.indexOf(",") + 1) : line;
      batch.push(parseBeatRow(own, `${basename(path)}, line ${number}`));
      if (batch.length < rowsAtOnce) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("Z_")) {
      const { message } = error as Error;
      throw new Error(`Cannot read beats from "${path}": wanted gzip undamaged, found ${message}`, {
        cause: error,
      });
    }
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    throw new Error(`Cannot read beats from "${path}": there is no such file`, { cause: error });
  }
  if (rows === 0) throw new Error(`Cannot read beats from "${path}": it holds none`);
  if (batch.length > 0) yield batch;
}

/** A file's text; unpacked where it begins as gzip does. */
async function openText(path: string): Promise<NodeJS.ReadableStream> {
  const stream = createReadStream(path);
  using file = await Deno.open(path);
  const start = new Uint8Array(2);
  await file.read(start);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return stream;
  const unpacked = createGunzip();
  // An error of the file is the unpacked text's, for whoever reads that.
  stream.on("error", (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}
