import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { requireRegularFile } from "lib/files/mod.ts";
import { type BeatRow, parseBeatRow } from "./parse_beat_row.ts";

/**
 * Reads a CSV file of beats some rows at a time, so that a large file never fills the memory. Empty lines
 * count but give no row.
 *
 * @throws {Error} When there is no such file, it holds no beat, or a line is none; see {@linkcode parseBeatRow}.
 */
export async function* readBeatRows(path: string, rowsAtOnce: number): AsyncGenerator<BeatRow[]> {
  let batch: BeatRow[] = [];
  let [number, rows] = [0, 0];
  try {
    await requireRegularFile(path);
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
    for await (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      rows++;
      batch.push(parseBeatRow(line, `${basename(path)}, line ${number}`));
      if (batch.length < rowsAtOnce) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    throw new Error(`Cannot read beats from "${path}": there is no such file`, { cause: error });
  }
  if (rows === 0) throw new Error(`Cannot read beats from "${path}": it holds none`);
  if (batch.length > 0) yield batch;
}
