import type { Split } from "../create_dataset.ts";
import { createPrng } from "lib/random/mod.ts";
import type { Beat } from "../segment_beats.ts";
import { stratifiedSample } from "./stratified_sample.ts";

/** Options of {@linkcode randomSplit}. */
export interface RandomSplitOptions {
  /** The share of the beats to test on, from 0 to 1. Default 0.2, as in the published split. */
  testFraction?: number;
  /** Seed of the random choice. Default 0. */
  seed?: number;
}

/**
 * A split that is random by beat, with every class kept in its share: what the published split is,
 * for beats of other records. Beats of one record are on both sides.
 *
 * @param beats The beats to divide; any other beat belongs to neither part.
 * @throws {RangeError} when the share is not in [0, 1].
 */
export function randomSplit(
  beats: Beat[],
  { testFraction = 0.2, seed = 0 }: RandomSplitOptions = {},
): Split {
  if (!(testFraction >= 0 && testFraction <= 1)) {
    throw new RangeError(
      `Cannot split beats: the share to test on must be from 0 to 1 but is ${testFraction}`,
    );
  }
  const labels = Uint8Array.from(beats, (beat) => beat.label);
  const count = Math.round(beats.length * testFraction);
  const parts = new Map<string, "train" | "test">(beats.map((beat) => [keyOf(beat), "train"]));
  for (const index of stratifiedSample(labels, count, createPrng(seed))) {
    parts.set(keyOf(beats[index]!), "test");
  }
  return { name: `random by beat, seed ${seed}`, partOf: (beat) => parts.get(keyOf(beat)) };
}

function keyOf({ record, annotation }: Beat): string {
  return `${record}/${annotation}`;
}
