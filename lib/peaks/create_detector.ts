import { type BeatDecisions, beatDecisions, type Candidate } from "./beat_decisions.ts";
import { featureMargin, featureRate, type QrsFeatures, qrsFeatures } from "./qrs_features.ts";
import { createResampler } from "./resample.ts";

/** What a detector must know of the signal. */
export interface DetectorOptions {
  /** Samples a second, 100 to 1,000. */
  rate: number;
}

/** Finds R peaks in a signal that comes piece by piece. */
export interface Detector {
  /**
   * Takes the next samples, in any unit and of either polarity; NaN where there are none.
   *
   * @returns sample numbers of the R peaks that are known by now, ascending, counted from the first sample.
   */
  push(samples: ArrayLike<number>): number[];
  /** The R peaks that are left when the signal has ended. */
  finish(): number[];
}

/** Seconds that are looked at together. */
const block = 10 * featureRate;
/** Samples between two beats at least: of two hills that are nearer the higher one counts, not its P wave. */
const apart = 0.24 * featureRate; // chosen on the records of DS1
/** Samples before the first decision, from which the usual height of a beat is taken. */
const start = 15 * featureRate;

/**
 * A detector of R peaks that goes once through the signal and keeps some twenty seconds of it. Energy of the slopes
 * from 4 to 22 Hz, an adaptive threshold, a second look where a beat is late: after Pan and Tompkins (IEEE Trans
 * Biomed Eng 32:230-236, 1985), with filters that shift nothing. Peaks are known some ten seconds after they come.
 *
 * @throws {RangeError} for a rate that is not from 100 to 1,000.
 */
export function createDetector({ rate }: DetectorOptions): Detector {
  if (!(rate >= 100 && rate <= 1000)) {
    throw new RangeError(`Cannot detect R peaks: the rate must be 100 to 1000 Hz but is ${rate}`);
  }
  const resampler = createResampler(rate);
  let decisions: BeatDecisions | undefined;
  let candidate: Candidate | undefined;
  /** The first sample, at the features' rate, that was not searched. */
  let searched = 0;
  let lastPeak = -1;

  function search(last: boolean): number[] {
    const known = resampler.length;
    if (known === 0 || !last && !decisions && known < searched + start + featureMargin) return [];
    const end = last ? known : known - featureMargin;
    if (!last && end - searched < block) return [];
    const first = Math.max(0, searched - featureMargin);
    const signal = resampler.from(first);
    const features = qrsFeatures(signal);
    silence(features.energy, resampler.missing, first);
    if (!decisions) {
      const begin = first + signalStart(features.energy, signal);
      // What comes before the signal says nothing of how high beats are.
      if (begin === known || begin > searched && !last) {
        searched = Math.min(begin, end);
        resampler.forget(searched - featureMargin);
        return [];
      }
      decisions = beatDecisions(usualHeight(features.energy.subarray(begin - first)));
    }
    const peaks: number[] = [];
    for (let at = Math.max(searched, 1); at < end; at++) {
      const i = at - first;
      const { energy } = features;
      if (!(energy[i]! > energy[i - 1]! && energy[i]! >= (energy[i + 1] ?? 0))) continue;
      if (candidate && at - candidate.at < apart) {
        if (energy[i]! > candidate.height) candidate = describe(features, i, first);
      } else {
        if (candidate) peaks.push(...decide(candidate));
        candidate = describe(features, i, first);
      }
    }
    searched = end;
    resampler.forget(end - featureMargin);
    if (last && candidate) peaks.push(...decide(candidate));
    return peaks;
  }

  function decide(one: Candidate): number[] {
    const peaks: number[] = [];
    for (const { peak } of decisions!.next(one)) {
      if (peak > lastPeak) peaks.push(lastPeak = peak);
    }
    return peaks;
  }

  function describe({ band, slope, energy }: QrsFeatures, i: number, first: number): Candidate {
    const steepest = largest(slope, i - 0.06 * featureRate, i + 0.06 * featureRate);
    const top = largest(band, i - 0.1 * featureRate, i + 0.1 * featureRate);
    return {
      at: first + i,
      height: energy[i]!,
      steepness: Math.abs(slope[steepest]!),
      peak: resampler.extremum(first + top, Math.sign(band[top]!)),
    };
  }

  return {
    push(samples) {
      resampler.push(samples);
      return search(false);
    },
    finish: () => search(true),
  };
}

/** The place of the largest absolute value from `from` to before `to`. */
function largest(values: Float64Array, from: number, to: number): number {
  let best = Math.max(0, Math.ceil(from));
  for (let i = best; i < Math.min(values.length, to); i++) {
    if (Math.abs(values[i]!) > Math.abs(values[best]!)) best = i;
  }
  return best;
}

/** The first place with more energy than the rounding of a flat signal has; the length where there is none. */
function signalStart(energy: Float64Array, signal: Float64Array): number {
  const rounding = 1e-9 * signal.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const place = energy.findIndex((value) => value > rounding);
  return place < 0 ? energy.length : place;
}

/** The median of the largest energies of stretches of a second and a half, but for those without a signal. */
function usualHeight(energy: Float64Array): number {
  const span = 1.5 * featureRate;
  const heights: number[] = [];
  for (let from = 0; from < Math.min(energy.length, 10 * span); from += span) {
    heights.push(energy.subarray(from, from + span).reduce((a, b) => Math.max(a, b), 0));
  }
  const most = Math.max(...heights);
  const some = heights.filter((height) => height > 1e-6 * most).sort((a, b) => a - b);
  return some[some.length >> 1]!;
}

/** No energy where samples are missing, or so near that the step there would look like a beat. */
function silence(energy: Float64Array, missing: readonly number[], first: number): void {
  for (const at of missing) {
    const from = Math.max(0, at - first - featureMargin);
    energy.fill(0, from, Math.max(from, at - first + featureMargin));
  }
}
