import { mitBihSource } from "lib/beats/mod.ts";

/** Names of the 48 records of the MIT-BIH Arrhythmia Database. */
export const mitBihRecords: readonly string[] = [
  ..."100 101 102 103 104 105 106 107 108 109 111 112 113 114 115 116 117 118 119 121".split(" "),
  ..."122 123 124 200 201 202 203 205 207 208 209 210 212 213 214 215 217 219 220 221".split(" "),
  ..."222 223 228 230 231 232 233 234".split(" "),
];

/** Name of the database, with the release whose files these are. */
export const mitBihName: string = mitBihSource.name;

/** Where PhysioNet keeps that release. */
export const mitBihUrl = "https://physionet.org/files/mitdb/1.0.0/";

/** The files of records: header, signals and annotations of each. */
export function recordFiles(records: readonly string[]): string[] {
  return records.flatMap((record) => ["hea", "dat", "atr"].map((kind) => `${record}.${kind}`));
}
