import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { dropNoise, labelPeaks, prepareLead } from "lib/annotation/mod.ts";
import { labelOfSymbol } from "lib/beats/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { matchDetections } from "lib/peaks/mod.ts";
import { chooseLead, fromWfdb } from "lib/recordings/mod.ts";
import { type EcgRecord, readRecord } from "lib/wfdb/mod.ts";
import { flutterEpisodes } from "./flutter_episodes.ts";

/** Counts as `[actual][labelled]`; the last row is of what is no beat, the last column of what was missed. */
export type BeatCounts = number[][];

/** What a model says of annotated and of detected beats of some records. */
export interface DetectionCost {
  model: string;
  /** Which records, in words, and their names. */
  set: string;
  records: string[];
  source: string;
  date: string;
  annotated: BeatCounts;
  detected: BeatCounts;
}

const rate = 360;

/**
 * Labels the annotated beats of records, then the beats that are found in them without looking at the annotations, and
 * counts both by the annotated class: beats of class Q and ventricular flutter count on neither side. A detection
 * belongs to a beat within 150 ms.
 *
 * @param model one that knows four classes.
 */
export async function benchDetection(
  directory: string,
  { model, causal, records }: {
    model: tf.LayersModel;
    causal?: boolean;
    records: readonly string[];
  },
): Promise<Pick<DetectionCost, "annotated" | "detected">> {
  const [annotated, detected] = [emptyCounts(), emptyCounts()];
  for (const name of records) {
    const record = await readRecord(join(directory, name));
    const { beats, labels, counts } = reference(record);
    const { signal, peaks } = prepareLead(chooseLead(fromWfdb(record)).lead);
    const options = { model, causal };
    labelPeaks(signal, Int32Array.from(beats), options).forEach(({ label }, i) => {
      if (counts(beats[i]!) && labels[i]! < 4) annotated[labels[i]!]![label]!++;
    });
    const own = Int32Array.from(dropNoise(signal, peaks).kept, (place) => peaks[place]!);
    const found = labelPeaks(signal, own, options);
    const ofBeat = matchDetections(own, beats, { rate });
    const matched = new Set(ofBeat);
    ofBeat.forEach((detection, i) => {
      if (!counts(beats[i]!) || labels[i]! >= 4) return;
      detected[labels[i]!]![found[detection]?.label ?? 4]!++;
    });
    found.forEach(({ label }, detection) => {
      if (!matched.has(detection) && counts(own[detection]!)) detected[4]![label]!++;
    });
  }
  return { annotated, detected };
}

/** Stores a result where {@linkcode readDetection} finds it, in place of an older one of the same model and records. */
export async function storeDetection(root: string, cost: DetectionCost): Promise<void> {
  const others = (await readDetection(root))
    .filter(({ model, set }) => model !== cost.model || set !== cost.set);
  const name = ({ set, model }: DetectionCost) => `${set} ${model}`;
  const all = [...others, cost].sort((a, b) => name(a) < name(b) ? -1 : 1);
  await writeJson(detectionPath(root), all);
}

/** All results that are stored. */
export async function readDetection(root: string): Promise<DetectionCost[]> {
  const text = await readFile(detectionPath(root), "utf8").catch((error) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  return JSON.parse(text);
}

function detectionPath(root: string): string {
  return join(root, "bench/results/detection.json");
}

function emptyCounts(): BeatCounts {
  return Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
}

/** The annotated beats, their labels, and whether a sample counts. */
function reference(record: EcgRecord) {
  const beats = record.annotations.filter(({ symbol }) => labelOfSymbol(symbol) !== undefined);
  const flutter = flutterEpisodes(record);
  return {
    beats: beats.map(({ sample }) => sample),
    labels: beats.map(({ symbol }) => labelOfSymbol(symbol)!),
    counts: (sample: number) => !flutter.some(({ start, end }) => start <= sample && sample <= end),
  };
}
