/**
 * The records of de Chazal, O'Dwyer and Reilly (IEEE Trans Biomed Eng 51:1196-1206, 2004) to develop on. The
 * records with paced beats, 102, 104, 107 and 217, are in neither part.
 */
export const ds1: readonly string[] =
  "101 106 108 109 112 114 115 116 118 119 122 124 201 203 205 207 208 209 215 220 223 230"
    .split(" ");

/** Their records to test on. */
export const ds2: readonly string[] =
  "100 103 105 111 113 117 121 123 200 202 210 212 213 214 219 221 222 228 231 232 233 234"
    .split(" ");

/** The patient that a record is of, by the name of the patient's first record: 202 is of 201's patient. */
export function patientOf(record: string): string {
  return record === "202" ? "201" : record;
}
