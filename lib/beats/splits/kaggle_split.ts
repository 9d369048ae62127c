import { readFileSync } from "node:fs";
import type { Split } from "../create_dataset.ts";
import type { DataSource } from "../dataset.ts";
import type { Beat } from "../segment_beats.ts";

/** The records that the published rows were cut from. */
export const mitBihSource: DataSource = {
  name: "MIT-BIH Arrhythmia Database 1.0.0",
  synthetic: false,
};

/**
 * The SHA-256 of the published mitbih_test.csv (LF line ends), as lower-case hexadecimal digits.
 */
export const publishedTestSha256 =
  "f3fdb3fd318275e653fac082b617d8c1ef09fca619a0606dc22c863451c77333";

/**
 * The published split of the MIT-BIH heartbeat rows (Kaggle "heartbeat", Kachuee, Fazeli,
 * Sarrafzadeh 2018): 87,554 training rows and 21,892 test rows, the latter in the published file's
 * order.
 *
 * The split is random by beat: beats of one patient are on both sides, so scores on it say nothing
 * about patients who were not trained on. Beats of other records belong to neither part.
 *
 * The test beats are kept in kaggle_split.bin, little-endian throughout:
 * - 16 bits: the number of records; then for each record 16 bits for its name, a number, and 16
 *   bits for the number of its annotations;
 * - 32 bits: the number of test rows; then for each row of the published file, in its order, 17
 *   bits, least significant bit first: the number of the beat's annotation among the annotations of
 *   all records.
 */
export const kaggleSplit: Split = {
  name: "Kaggle heartbeat, random by beat",
  partOf(beat) {
    const row = testRowOf(beat);
    return row === undefined ? undefined : row < 0 ? "train" : "test";
  },
  testOrder: (beat) => testRowOf(beat)!,
  source: mitBihSource,
};

const bitsPerRow = 17;

/**
 * For each record the test row of each of its annotations, -1 where it has none; read on first use.
 */
let testRows: Map<string, Int32Array> | undefined;

/**
 * The beat's row in the published test file; -1 for training beats, undefined for beats of other
 * records.
 */
function testRowOf({ record, annotation }: Beat): number | undefined {
  testRows ??= decodeSplit(readFileSync(new URL("./kaggle_split.bin", import.meta.url)));
  return testRows.get(record)?.[annotation];
}

function decodeSplit(bytes: Uint8Array): Map<string, Int32Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const recordCount = view.getUint16(0, true);
  const records = Array.from({ length: recordCount }, (_, index) => ({
    name: String(view.getUint16(2 + 4 * index, true)),
    annotations: view.getUint16(4 + 4 * index, true),
  }));
  const rowCount = view.getUint32(2 + 4 * recordCount, true);
  const packed = bytes.subarray(6 + 4 * recordCount);
  const total = records.reduce((sum, record) => sum + record.annotations, 0);
  const rowOfAnnotation = new Int32Array(total).fill(-1);
  for (let row = 0; row < rowCount; row++) rowOfAnnotation[unpack(packed, row)] = row;
  let start = 0;
  return new Map(records.map(({ name, annotations }) => {
    return [name, rowOfAnnotation.subarray(start, start += annotations)];
  }));
}

/** The 17 bits of a row, which lie in three neighbouring bytes at most. */
function unpack(packed: Uint8Array, row: number): number {
  const bit = row * bitsPerRow;
  const byte = bit >> 3;
  const word = packed[byte]! | packed[byte + 1]! << 8 | packed[byte + 2]! << 16;
  return (word >>> (bit & 7)) & (2 ** bitsPerRow - 1);
}
