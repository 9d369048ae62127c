import { basename } from "node:path";
import { type Beat, protocols, resampleRecord } from "lib/beats/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

/**
 * Beats of more records to train on: all records with beat annotations of some folders, at 360 Hz. A record is named
 * after its folder too, so that it is no record of another database.
 *
 * @throws {Error} when a folder has no record, when the beats would be those of a split by beat, and as `readRecords()`.
 */
export async function readMore(
  directories: readonly string[],
  { protocol, causal }: Pick<DataConfig, "protocol" | "causal">,
): Promise<Beat[]> {
  const beats: Beat[] = [];
  for (const directory of directories) {
    if (protocol === "by_beat") {
      throw new Error(
        `Cannot train on more records, of ${directory}: wanted a recipe by patient, found one by beat`,
      );
    }
    for (const record of await readRecords(directory)) {
      const named = { ...resampleRecord(record), name: `${basename(directory)}/${record.name}` };
      const { beatsOf, classes } = protocols[protocol];
      for (const beat of beatsOf(named, { causal })) if (beat.label < classes) beats.push(beat);
    }
  }
  return beats;
}
