import {
  classCounts,
  createDataset,
  kaggleSplit,
  rrIntervals,
  segmentBeats,
} from "lib/beats/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";
import { assertConclusions } from "./conclusions.ts";

const directory = Deno.env.get("ECG_DATA");
const count = (value: number) => value.toLocaleString("en");

Deno.test({
  name: "notebooks/01_explore.ipynb concludes what the MIT-BIH records hold",
  ignore: directory === undefined,
  async fn() {
    const records = await readRecords(directory!);
    const beats = records.flatMap(segmentBeats);
    const { train, validation, test } = createDataset(beats, kaggleSplit);
    const counts = classCounts(beats.map(({ label }) => label));
    const recordsOf = (label: number) =>
      [...Map.groupBy(beats.filter((beat) => beat.label === label), ({ record }) => record)]
        .map(([record, own]) => ({ record, beats: own.length })).sort((a, b) => b.beats - a.beats);
    const fusion = recordsOf(3);
    const unclassified = beats.filter(({ symbol }) => symbol === "Q").length;
    const seconds = rrIntervals(beats);
    const median = (label: number) => {
      const own = seconds.filter((value, row) => value > 0 && beats[row]!.label === label).sort();
      return own[Math.floor(own.length / 2)]!.toFixed(2);
    };
    const [ectopic] = recordsOf(1);
    const half = Math.round(2 * ectopic!.beats / counts[1]!);
    await assertConclusions("01_explore", [
      `Of the ${records.length} records of the MIT-BIH`,
      `give ${count(beats.length)} rows: ${
        count(train.labels.length + validation.labels.length)
      } for`,
      `${count(test.labels.length)} for testing`,
      `${Math.round(100 * counts[0]! / beats.length)} of 100 beats are N`,
      `F is the rarest class with ${counts[3]} beats, and ` +
      `${Math.round(100 * (fusion[0]!.beats + fusion[1]!.beats) / counts[3]!)} of 100 of them`,
      `Of the ${count(counts[4]!)} beats of class Q all but ${unclassified} are paced`,
      `their median RR interval is ${median(1)} s, that of N beats ${median(0)} s`,
      `${half === 1 ? "Half" : "?"} of all S beats are from one record, ${ectopic!.record}`,
      `The median of V beats is ${median(2)} s`,
    ]);
  },
});
