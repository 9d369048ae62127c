import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireRegularFile } from "lib/files/mod.ts";

/** The first 16 digits of the SHA-256 of each annotation file of release 1.0.0, as its SHA256SUMS.txt has it. */
const published = `
100 8d8a5349fb16638e 101 441cdd6486cfdf4c 102 24e29031c081806f 103 392ce37fbc7e89b3
104 4f945bef6a4e30b5 105 278d534c1ad952a6 106 585347e6d1bd3ad8 107 559453fc0454d2aa
108 ea227008ac3bc4ad 109 2eef456587bab172 111 372ed78bb0bbe7d5 112 69cf7ee24d65a543
113 39527d597a246410 114 5280acb082b654d6 115 4980667b19b7a637 116 abd31e2c878073e6
117 232beaacf4a4eb4b 118 77afd5400648d128 119 fd919c8ea20eed4a 121 dbda472aa08eeb6b
122 34966d92a94c7212 123 061bfd2590fd9d60 124 f9c8cac368f1f6ba 200 f9624a1169676042
201 df1276b6c6952b17 202 16d59e44564844c3 203 2573f948e54a5389 205 0ae55e31175b9ba3
207 cceb64d68033a277 208 33878519ee34d00c 209 c0697b176e7caf49 210 5a46bef3d185c903
212 dc4d0bec7e3ced82 213 44349e22176aad3f 214 09c588b0623f6dc6 215 94968307b89eb0be
217 196ad0989b837b5d 219 271928544ce78772 220 9cf9f330823e2a98 221 92549b966cc17bcf
222 a0206b778a9f073d 223 beaa5cb3eb5fb64a 228 7e08ee90f668800f 230 403d0d4842ba7135
231 b82cc005618eab81 232 be0e236cb883c669 233 c9ce42ecefa9a92e 234 e829a3e4131fbe94
`;

/** For each record of the MIT-BIH Arrhythmia Database the beginning of the SHA-256 of its annotation file. */
export const mitBihAnnotationSums: ReadonlyMap<string, string> = new Map(
  [...published.matchAll(/(\d{3}) ([0-9a-f]{16})/g)].map(([, record, sum]) => [record!, sum!]),
);

/**
 * The records in a folder whose annotations are not those of the database: by their place among the annotations of a
 * record the published split knows its beats.
 *
 * @param records Names of records whose annotation files are in the folder.
 */
export async function changedAnnotations(
  directory: string,
  records: readonly string[],
  sums = mitBihAnnotationSums,
): Promise<string[]> {
  const changed = await Promise.all(records.map(async (record) => {
    const path = join(directory, `${record}.atr`);
    await requireRegularFile(path);
    const bytes = await readFile(path);
    const sum = createHash("sha256").update(bytes).digest("hex");
    return !sum.startsWith(sums.get(record)!);
  }));
  return records.filter((_, i) => changed[i]);
}
