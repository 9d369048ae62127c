import {
  type BeatProvenance,
  type Dataset,
  type DataSource,
  type Role,
  rowLength,
} from "lib/beats/mod.ts";
import { basename } from "node:path";
import { beatColumns } from "./beat_columns.ts";
import { HeartbeatCsvError } from "./heartbeat_csv_error.ts";
import { type HeartbeatRows, parseHeartbeatLines } from "./parse_heartbeat_lines.ts";
import { unpackedBytes } from "./unpacked_bytes.ts";

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
 * values and the label a line. Values are read to the last bit of 32. A header is passed over, with
 * the column of the rows' numbers that pandas writes under a header; a gzipped file is unpacked.
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
  const rows: HeartbeatRows = { count: 0, values: new Float32Array(), labels: new Uint8Array() };
  let rest = new Uint8Array();
  for await (const piece of unpackedBytes(path)) {
    const bytes = joined(rest, piece);
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (bytes.length - end >= chunkLength) {
      throw new HeartbeatCsvError(
        { path, line: (rows.headerLines ?? 0) + rows.count + 1 },
        `a line must have less than ${chunkLength} bytes but has more`,
      );
    }
    parseLines(bytes.subarray(0, end), rows, path);
    rest = bytes.slice(end);
  }
  parseLines(rest, rows, path);
  return rows;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Reads whole lines; the first of the file may be a header. */
function parseLines(bytes: Uint8Array, rows: HeartbeatRows, path: string): void {
  let start = 0;
  if (rows.headerLines === undefined && bytes.length > 0) {
    const end = bytes.indexOf(lineFeed) + 1 || bytes.length;
    const { header, numbered } = beatColumns(new TextDecoder().decode(bytes.subarray(0, end)));
    Object.assign(rows, { headerLines: header ? 1 : 0, numbered });
    start = header ? end : 0;
  }
  parseHeartbeatLines(bytes.subarray(start), rows, path);
}

const lineFeed = 0x0a;

function unknownProvenance(): BeatProvenance {
  return { record: "", sample: -1, symbol: "" };
}
