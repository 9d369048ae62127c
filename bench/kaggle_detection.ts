import { join } from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { dropNoise, labelPeaks, prepareLead } from "lib/annotation/mod.ts";
import { kaggleSplit, labelOfSymbol, segmentBeats } from "lib/beats/mod.ts";
import { matchDetections } from "lib/peaks/mod.ts";
import { fromWfdb } from "lib/recordings/mod.ts";
import { readRecord } from "lib/wfdb/mod.ts";
import type { BeatCounts } from "./detection_cost.ts";

/**
 * What a model of five classes says of the beats of the published test rows where their R peaks are found, not
 * annotated: counts as `[actual][labelled]` with a last column of beats that were missed. A beat that is invented belongs
 * to no row, so none are counted.
 *
 * @param directory the folder of the records, all of which are read.
 */
export async function detectedTestRows(
  directory: string,
  { model, records }: { model: tf.LayersModel; records: readonly string[] },
): Promise<BeatCounts> {
  const counts = Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
  for (const name of records) {
    const record = await readRecord(join(directory, name));
    const tested = new Set(
      segmentBeats(record).filter((beat) => kaggleSplit.partOf(beat) === "test")
        .map(({ annotation }) => annotation),
    );
    const { signal, peaks } = prepareLead(fromWfdb(record).leads[0]!); // rows are of signal 0
    const kept = Int32Array.from(dropNoise(signal, peaks).kept, (place) => peaks[place]!);
    const found = labelPeaks(signal, kept, { model });
    const beats = record.annotations
      .map(({ sample, symbol }, annotation) => ({
        sample,
        annotation,
        label: labelOfSymbol(symbol),
      }))
      .filter(({ label }) => label !== undefined);
    const ofBeat = matchDetections(kept, beats.map(({ sample }) => sample), { rate: 360 });
    ofBeat.forEach((detection, i) => {
      const { annotation, label } = beats[i]!;
      if (tested.has(annotation)) counts[label!]![found[detection]?.label ?? 5]!++;
    });
  }
  return counts;
}
