import { findPolarity } from "./find_polarity.ts";
import { findRuns, type Run } from "./find_runs.ts";
import { quantileSpan } from "./quantile_span.ts";

/** Something about a lead that a reader should know. */
export interface LeadFinding {
  /** What it is about. */
  kind: "empty" | "short" | "frequency" | "missing" | "flat" | "saturated" | "unit" | "inverted";
  /** One plain sentence. */
  sentence: string;
}

/** In Hz: at which beats are found, and from which on their shapes show well. */
const frequencies = { least: 50, fair: 100, most: 10_000 };

/** An ECG's range in mV, of 99 % of its samples. */
const spans = { least: 0.08, most: 20 };

/**
 * What is wrong, or may be, with a lead: missing, flat and saturated stretches, a unit that its size speaks against, an
 * inverted signal, a rate or length at which beats cannot be found.
 *
 * @param samples in mV, NaN where missing.
 * @param frequency samples per second.
 * @returns the findings; empty for a lead with none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { inspectLead } from "lib/recordings/mod.ts";
 *
 * const [finding] = inspectLead(new Float32Array(3600).fill(NaN), 360);
 * assert.equal(finding!.sentence, "The lead has no samples.");
 * ```
 */
export function inspectLead(samples: Float32Array, frequency: number): LeadFinding[] {
  const findings: LeadFinding[] = [];
  const add = (kind: LeadFinding["kind"], sentence: string) => findings.push({ kind, sentence });
  const seconds = samples.length / frequency;
  const runs = findRuns(samples);
  const missing = runs.filter(({ value }) => Number.isNaN(value));
  const lacking = missing.reduce((sum, { length }) => sum + length, 0);
  if (lacking === samples.length) {
    add("empty", "The lead has no samples.");
    return findings;
  }
  const rate = `${show(frequency)} Hz`;
  if (!(frequency >= frequencies.least)) {
    const least = `at least ${frequencies.least} Hz is needed`;
    add("frequency", `${rate} is too slow a rate to find beats: ${least}.`);
  } else if (frequency < frequencies.fair) {
    const fair = `from ${frequencies.fair} Hz on they are clearer`;
    add("frequency", `${rate} is a slow rate for the shapes of beats: ${fair}.`);
  } else if (frequency > frequencies.most) {
    const most = `at most ${frequencies.most} Hz can be used`;
    add("frequency", `${rate} is too fast a rate: ${most}.`);
  }
  if (seconds < 10) add("short", `The lead lasts ${show(seconds)} s: too short for a rhythm.`);
  if (lacking > 0) add("missing", stretches("missing", missing, { samples, frequency }));

  const flat = runs.filter(({ value, length }) => !Number.isNaN(value) && length >= frequency);
  if (flat.some(({ length }) => length === samples.length - lacking)) {
    add("empty", "The lead is flat: all its samples are the same.");
    return findings;
  }
  if (flat.length > 0) add("flat", stretches("flat", flat, { samples, frequency }));
  const clipped = clippedRuns(runs, samples, frequency);
  if (clipped.length > 0) {
    const total = clipped.reduce((sum, { length }) => sum + length, 0) / frequency;
    add(
      "saturated",
      `The signal reaches the limit of its range ${clipped.length} times, ${show(total)} s in all.`,
    );
  }
  const span = quantileSpan(samples, 0.005);
  const likely = span > spans.most
    ? likelyUnit(span)
    : span < spans.least
    ? likelyUnit(span)
    : undefined;
  if (likely !== undefined) {
    const usual = `an ECG spans ${spans.least} to ${spans.most} mV`;
    add("unit", `The signal spans ${show(span)} mV, but ${usual}: ${likely}.`);
  }
  const { down, windows } = findPolarity(samples, frequency);
  if (windows >= 5 && down > 0.8 * windows) {
    add(
      "inverted",
      `The largest waves point down in ${show(100 * down / windows)} % of the signal: ` +
        "it may be inverted, or from a lead such as aVR or V1.",
    );
  }
  return findings;
}

/** Runs of 20 ms or more at the highest or lowest value, where there are several. */
function clippedRuns(runs: readonly Run[], samples: Float32Array, frequency: number): Run[] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of samples) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const wanted = Math.max(3, 0.02 * frequency);
  const long = runs.filter(({ length }) => length >= wanted && length < 60 * frequency);
  return [least, most].flatMap((end) => {
    const there = long.filter(({ value }) => value === end);
    return there.length >= 3 ? there : [];
  });
}

function likelyUnit(span: number): string {
  const fits = (factor: number) => span * factor >= 0.2 && span * factor <= 10;
  if (span > spans.most && fits(1e-3)) return 'its unit is probably uV (option unit: "uV")';
  if (span < spans.least && fits(1e3)) return 'its unit is probably V (option unit: "V")';
  return span > spans.most ? "it is not an ECG, or its unit or scale is wrong" : "it is very small";
}

function stretches(
  kind: string,
  runs: readonly Run[],
  { samples, frequency }: { samples: Float32Array; frequency: number },
): string {
  const total = runs.reduce((sum, { length }) => sum + length, 0);
  const longest = runs.reduce((most, run) => run.length > most.length ? run : most);
  const share = show(100 * total / samples.length);
  const where = `the longest, ${show(longest.length / frequency)} s, begins at ${
    show(longest.first / frequency)
  } s`;
  const times = runs.length === 1 ? "in one stretch" : `in ${runs.length} stretches`;
  return `${share} % of the signal is ${kind}, ${times}: ${where}.`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(3)));
}
