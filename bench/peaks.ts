import { join } from "node:path";
import { ds1, ds2, resample } from "lib/beats/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { type DetectionScore, detectPeaks, scoreDetections } from "lib/peaks/mod.ts";
import { type EcgRecord, physicalSignal, readRecords } from "lib/wfdb/mod.ts";
import { flutterEpisodes } from "./flutter_episodes.ts";

/** What was found of the R peaks of some records. */
export interface PeaksResult {
  records: number;
  beats: number;
  missed: number;
  invented: number;
  /** Distance of a detection from its beat in milliseconds: the median, and what 95 % are within. */
  median_ms: number;
  within_ms: number;
}

/** Results of the detector, by what was scored. */
export interface PeaksResults {
  source: string;
  date: string;
  /** Seconds for all records as they are. */
  seconds: number;
  results: Record<string, PeaksResult>;
  /** What other programs find in the same records, with the seconds that they take. */
  peers?: Record<string, PeaksResult & { seconds: number }>;
}

/** What bench/peaks_peers.py writes: by program the seconds for all records and the samples found in each. */
export type PeerDetections = Record<
  string,
  { seconds: number; samples: Record<string, number[]> }
>;

const rate = 360;

/**
 * Detects the R peaks of all records of a folder in signal 0, whole, and scores them against the annotations within
 * 150 ms: as they are, by set of records, then upside down and at other rates.
 */
export async function benchPeaks(directory: string, say: (line: string) => void) {
  const records = (await readRecords(directory)).map((record) => ({
    ...reference(record),
    signal: physicalSignal(record, 0),
  }));
  const results: Record<string, PeaksResult> = {};
  const score = (name: string, own: typeof records, newRate = rate, sign = 1) => {
    const scores = own.map(({ signal, beats, excluded }) => {
      const changed = newRate === rate
        ? signal.map((value) => sign * value)
        : resample(signal, { from: rate, to: newRate });
      const peaks = detectPeaks(changed, { rate: newRate });
      return scoreDetections(peaks.map((peak) => Math.round(peak * rate / newRate)), beats, {
        rate,
        excluded,
      });
    });
    results[name] = summary(scores);
    say(`${name}: ${errorShare(results[name]).toFixed(3)} % of the beats`);
  };
  const named = (names: readonly string[]) => records.filter(({ name }) => names.includes(name));
  const start = performance.now();
  score("all records", records);
  const seconds = (performance.now() - start) / 1000;
  score("DS1, on which the settings were chosen", named(ds1));
  score("DS2", named(ds2));
  score("paced records", records.filter(({ name }) => ![...ds1, ...ds2].includes(name)));
  score("all, upside down", records, rate, -1);
  for (const newRate of [125, 250, 500]) score(`all, at ${newRate} Hz`, records, newRate);
  return { seconds, results };
}

/** Scores what other programs have found in signal 0 of the records of a folder as the detector's own finds are scored. */
export async function scorePeers(
  directory: string,
  detections: PeerDetections,
): Promise<NonNullable<PeaksResults["peers"]>> {
  const records = (await readRecords(directory)).map(reference);
  return Object.fromEntries(
    Object.entries(detections).map(([name, { seconds, samples }]) => {
      const scores = records.map(({ name, beats, excluded }) =>
        scoreDetections(samples[name] ?? [], beats, { rate, excluded })
      );
      return [name, { ...summary(scores), seconds }];
    }),
  );
}

/** The results that are stored. */
export async function readPeaks(root: string): Promise<PeaksResults> {
  return JSON.parse(await Deno.readTextFile(join(root, "bench/results/peaks.json")));
}

/** Stores results where {@linkcode peaksTable} finds them. */
export async function storePeaks(root: string, results: PeaksResults): Promise<void> {
  await writeJson(join(root, "bench/results/peaks.json"), results);
}

/** Results as a table in Markdown. */
export function peaksTable({ results, source, date, seconds, peers = {} }: PeaksResults): string {
  const all = [
    ...Object.entries(results),
    ...Object.entries(peers).sort(([, a], [, b]) => errorShare(a) - errorShare(b)),
  ];
  const rows = all.map(([name, one]) => {
    const { beats, missed, invented } = one;
    const found = beats - missed;
    const percent = (part: number, whole: number) => (100 * part / whole).toFixed(2);
    const cells = [
      name,
      beats.toLocaleString("en"),
      percent(found, beats),
      percent(found, found + invented),
      `${missed} + ${invented}`,
      errorShare(one).toFixed(3),
      found > 0 ? `${one.median_ms.toFixed(1)} / ${one.within_ms.toFixed(1)}` : "–",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| signal 0, whole | beats | Se % | +P % | missed + false | % of beats | distance ms, median / 95 % |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
    `${source}, ${
      date.slice(0, 10)
    }; a beat is found by a detection within 150 ms of it, nearest pairs matched first; ` +
    `ventricular flutter is not scored. Times: ${seconds.toFixed(1)} s for all records${
      Object.entries(peers).map(([name, one]) => `; ${name} ${one.seconds.toFixed(1)} s`).join("")
    }${
      Object.keys(peers).length > 0
        ? ". Others: `python bench/peaks_peers.py RECORDS FILE.json`, then `deno task bench peaks --peers FILE.json`"
        : ""
    }.`,
  ].join("\n");
}

function errorShare({ beats, missed, invented }: PeaksResult): number {
  return 100 * (missed + invented) / beats;
}

function reference(record: EcgRecord) {
  const beats = record.annotations.filter(({ symbol }) => "NLRBAaJSVrFejnE/fQ?".includes(symbol))
    .map(({ sample }) => sample);
  return { name: record.name, beats, excluded: flutterEpisodes(record) };
}

function summary(scores: DetectionScore[]): PeaksResult {
  const sum = (key: "found" | "missed" | "invented") =>
    scores.reduce((total, score) => total + score[key], 0);
  const distances = scores.flatMap(({ distances }) => distances.map((one) => 1000 * Math.abs(one)))
    .sort((a, b) => a - b);
  return {
    records: scores.length,
    beats: sum("found") + sum("missed"),
    missed: sum("missed"),
    invented: sum("invented"),
    median_ms: distances[distances.length >> 1] ?? NaN,
    within_ms: distances[Math.floor(0.95 * distances.length)] ?? NaN,
  };
}
