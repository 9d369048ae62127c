import { aamiClasses } from "lib/beats/mod.ts";
import type { AnnotatedRecording, LabelledBeat } from "./annotate_recording.ts";

/** What there is of one class. */
export interface ClassSummary {
  /** AAMI letter. */
  letter: string;
  /** How many of the beats are of it. */
  beats: number;
  /** How many of them are uncertain. */
  uncertain: number;
  /** Share of all beats, 0 to 1: the burden. */
  burden: number;
}

/** Three or more beats of class S or V one after the other. */
export interface BeatRun {
  /** The AAMI letter of its class, S or V. */
  letter: string;
  /** Seconds from the start of the recording to its first beat. */
  time: number;
  /** How many beats it has, 3 or more. */
  beats: number;
  /** Beats a minute within it. */
  rate: number;
}

/** A recording's beats in numbers. */
export interface BeatsSummary {
  /** How many beats there are. */
  beats: number;
  /** How many of them are uncertain. */
  uncertain: number;
  /** Beats a minute: over all, and the lowest and highest mean of eight intervals; NaN where there are too few. */
  rate: { mean: number; lowest: number; highest: number };
  /** The longest time between two beats, in seconds, and when it begins. */
  longestRr: { seconds: number; time: number } | undefined;
  /** Those that the model knows, in label order. */
  classes: ClassSummary[];
  /** In order of time. */
  runs: BeatRun[];
}

/** Counts a recording's beats, rates and runs. Intervals across gaps and noise are left out. */
export function summarizeBeats(
  { beats, classes }: Pick<AnnotatedRecording, "beats" | "classes">,
): BeatsSummary {
  return {
    beats: beats.length,
    uncertain: beats.filter(({ uncertain }) => uncertain).length,
    rate: ratesOf(beats),
    longestRr: longestRr(beats),
    classes: aamiClasses.slice(0, classes).map(({ letter, label }) => {
      const own = beats.filter((beat) => beat.label === label);
      return {
        letter,
        beats: own.length,
        uncertain: own.filter(({ uncertain }) => uncertain).length,
        burden: own.length / Math.max(beats.length, 1),
      };
    }),
    runs: runsOf(beats),
  };
}

function ratesOf(beats: readonly LabelledBeat[]) {
  let [sum, count, recent] = [0, 0, 0];
  let [lowest, highest] = [Infinity, -Infinity];
  let inRow = 0;
  beats.forEach(({ rr }, i) => {
    if (Number.isNaN(rr)) {
      [inRow, recent] = [0, 0];
      return;
    }
    sum += rr;
    count++;
    inRow++;
    recent += rr - (inRow > 8 ? beats[i - 8]!.rr : 0);
    if (inRow < 8) return;
    lowest = Math.min(lowest, 60 * 8 / recent);
    highest = Math.max(highest, 60 * 8 / recent);
  });
  const known = (rate: number) => Number.isFinite(rate) ? rate : NaN;
  return { mean: 60 * count / sum, lowest: known(lowest), highest: known(highest) };
}

function longestRr(beats: readonly LabelledBeat[]): BeatsSummary["longestRr"] {
  let longest: LabelledBeat | undefined;
  for (const beat of beats) {
    if (!Number.isNaN(beat.rr) && !(beat.rr <= (longest?.rr ?? 0))) longest = beat;
  }
  return longest && { seconds: longest.rr, time: longest.time - longest.rr };
}

function runsOf(beats: readonly LabelledBeat[]): BeatRun[] {
  const runs: BeatRun[] = [];
  for (let first = 0, end = 0; first < beats.length; first = end) {
    const { label } = beats[first]!;
    end = first + 1;
    while (beats[end]?.label === label && !Number.isNaN(beats[end]!.rr)) end++;
    const { letter } = aamiClasses[label]!;
    if (end - first < 3 || !"SV".includes(letter)) continue;
    const { time } = beats[first]!;
    const rate = 60 * (end - first - 1) / (beats[end - 1]!.time - time);
    runs.push({ letter, time, beats: end - first, rate });
  }
  return runs;
}
