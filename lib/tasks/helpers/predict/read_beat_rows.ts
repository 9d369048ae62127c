import { basename } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { type BeatColumns, beatColumns, unpackedBytes } from "lib/sources/mod.ts";
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
  const lines = createInterface({ input: Readable.from(unpackedBytes(path)), crlfDelay: Infinity });
  let columns: BeatColumns | undefined;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    if (!columns) {
      columns = beatColumns(line);
      if (columns.header) continue;
    }
    rows++;
    const own = columns.numbered ? line.slice(line.indexOf(",") + 1) : line;
    batch.push(parseBeatRow(own, `${basename(path)}, line ${number}`));
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (rows === 0) throw new Error(`Cannot read beats from "${path}": it has none`);
  if (batch.length > 0) yield batch;
}
