import {
  type BeatProvenance,
  type Dataset,
  type DataSource,
  type Role,
  rowLength,
} from "lib/beats/mod.ts";
import { basename } from "node:path";
import { requireRegularFile } from "lib/files/mod.ts";
import { HeartbeatCsvError } from "./heartbeat_csv_error.ts";
import { type HeartbeatRows, parseHeartbeatLines } from "./parse_heartbeat_lines.ts";

/** Options of {@linkcode readHeartbeatCsv}. */
export interface ReadHeartbeatCsvOptions {
  /**
   * Where the rows come from. Default: the file's name, synthetic when the name starts with
   * "synthetic".
   */
  source?: DataSource;
}

/**
 * Reads a heartbeat CSV file, such as the published mitbih_train.csv and mitbih_test.csv: 187
 * values and the label a line, no header. Values are read to the last bit of 32.
 *
 * The file does not say which records its rows come from, so the rows have no provenance: record
 * "", sample -1, symbol "".
 *
 * @param role What the rows are for.
 * @throws {HeartbeatCsvError} when a line does not have 187 numbers and a label from 0 to 4, or
 *   there is none.
 */
export async function readHeartbeatCsv<R extends Role>(
  path: string,
  role: R,
  options: ReadHeartbeatCsvOptions = {},
): Promise<Dataset<R>> {
  const { count, values, labels } = await readRows(path);
  if (count === 0) {
    throw new HeartbeatCsvError({ path, line: 1 }, "there must be a row but is none");
  }
  const name = basename(path);
  return {
    role,
    inputs: { beat: { shape: [rowLength, 1], values: values.slice(0, count * rowLength) } },
    labels: labels.slice(0, count),
    provenance: Array.from({ length: count }, unknownProvenance),
    source: options.source ??
      { name: `heartbeat rows of ${name}`, synthetic: name.startsWith("synthetic") },
  };
}

/** Longer than any line can be with numbers of a sensible length. */
const chunkLength = 2 ** 20;

async function readRows(path: string): Promise<HeartbeatRows> {
  const rows = { count: 0, values: new Float32Array(), labels: new Uint8Array() };
  const chunk = new Uint8Array(chunkLength);
  await requireRegularFile(path);
  using file = await Deno.open(path);
  let filled = 0;
  while (true) {
    const read = await file.read(chunk.subarray(filled));
    if (read === null) break;
    filled += read;
    const end = chunk.lastIndexOf(lineFeed, filled - 1) + 1;
    if (end === 0 && filled === chunkLength) {
      throw new HeartbeatCsvError(
        { path, line: rows.count + 1 },
        `a line must have less than ${chunkLength} bytes but has more`,
      );
    }
    parseHeartbeatLines(chunk.subarray(0, end), rows, path);
    chunk.copyWithin(0, end, filled);
    filled -= end;
  }
  parseHeartbeatLines(chunk.subarray(0, filled), rows, path);
  return rows;
}

const lineFeed = 0x0a;

function unknownProvenance(): BeatProvenance {
  return { record: "", sample: -1, symbol: "" };
}
