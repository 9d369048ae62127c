import { createHash } from "node:crypto";
import type { Dataset } from "../dataset.ts";
import { formatValue } from "./format_value.ts";
import { rowLength } from "../segment_beats.ts";

/** What {@linkcode writeHeartbeatCsv} wrote. */
export interface WrittenCsv {
  /** The number of lines. */
  rows: number;
  /** The size of the file. */
  bytes: number;
  /** The file's SHA-256 as lower-case hexadecimal digits. */
  sha256: string;
}

/**
 * Writes rows as a heartbeat CSV file in the form of the published ones: 187 values and the label a
 * line, no header, each number as C's `%.18e` prints it, commas, LF line ends.
 *
 * The file appears under its name when it is whole. It does not say where the rows come from.
 *
 * @throws {RangeError} when a value is not from 0 to 1.
 * @throws {Deno.errors.NotFound} when the folder does not exist.
 */
export async function writeHeartbeatCsv(path: string, dataset: Dataset): Promise<WrittenCsv> {
  const partial = `${path}.${crypto.randomUUID()}.partial`;
  const hash = createHash("sha256");
  const rows = dataset.labels.length;
  try {
    using file = await Deno.create(partial);
    for (let start = 0; start < rows; start += rowsPerChunk) {
      const chunk = formatRows(dataset, start, Math.min(rows, start + rowsPerChunk));
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await Deno.rename(partial, path);
  } catch (error) {
    await Deno.remove(partial).catch(() => {});
    throw error;
  }
  return { rows, bytes: rows * (rowLength + 1) * fieldLength, sha256: hash.digest("hex") };
}

const rowsPerChunk = 512;

/** Every number takes 24 bytes, then comes a comma or the line's end. */
const textLength = 24;
const fieldLength = textLength + 1;

function formatRows({ inputs, labels }: Dataset, start: number, end: number): Uint8Array {
  const values = inputs.beat!.values;
  const bytes = new Uint8Array((end - start) * (rowLength + 1) * fieldLength);
  let offset = 0;
  for (let row = start; row < end; row++) {
    for (let column = 0; column < rowLength; column++) {
      const value = values[row * rowLength + column]!;
      if (!(value >= 0 && value <= 1)) {
        throw new RangeError(
          `Cannot write row ${row} as CSV: value ${column} must be from 0 to 1 but is ${value}`,
        );
      }
      putText(value, bytes, offset);
      bytes[offset + textLength] = 0x2c;
      offset += fieldLength;
    }
    putText(labels[row]!, bytes, offset);
    bytes[offset + textLength] = 0x0a;
    offset += fieldLength;
  }
  return bytes;
}

/**
 * The texts of values met lately, each in the slot that follows from the value's bits. Values are
 * quotients of small whole numbers and come again and again, so few have to be formatted anew.
 */
const slotBits = 18;
const slotValues = new Float32Array(2 ** slotBits);
const slotTexts = new Uint8Array(2 ** slotBits * textLength);
const encoder = new TextEncoder();
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

function putText(value: number, bytes: Uint8Array, offset: number): void {
  float[0] = value;
  const slot = Math.imul(bits[0]!, 0x9e3779b1) >>> (32 - slotBits);
  const start = slot * textLength;
  if (slotValues[slot] !== value || slotTexts[start] === 0) {
    slotValues[slot] = value;
    encoder.encodeInto(formatValue(value), slotTexts.subarray(start, start + textLength));
  }
  for (let index = 0; index < textLength; index++) {
    bytes[offset + index] = slotTexts[start + index]!;
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await file.write(bytes.subarray(written));
  }
}
