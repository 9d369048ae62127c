import { featureRate } from "./qrs_features.ts";

/** A hill of the energy that may be a QRS complex. */
export interface Candidate {
  /** Sample of the hill's top, at {@linkcode featureRate}. */
  at: number;
  /** The energy there. */
  height: number;
  /** The steepest slope near it. */
  steepness: number;
  /** Sample of the largest deflection near it, at {@linkcode featureRate}. */
  peak: number;
}

/** Decides which candidates are beats, in the order of time. */
export interface BeatDecisions {
  /** Takes the next candidate and returns those that are now known to be beats. */
  next(candidate: Candidate): Candidate[];
}

/** Numbers chosen on the records of DS1 alone. */
const settings = {
  /** Place of the threshold between the heights of noise and of beats. */
  threshold: 0.35,
  /** A beat is late after so many median intervals. */
  late: 1.5,
  /** Share of the threshold that does for a beat that is late. */
  lateThreshold: 0.6,
  /** Seconds after a beat in which a candidate may be its T wave. */
  tWave: 0.33,
  /** Share of the beat's steepness below which it is one. */
  tWaveSteepness: 0.5,
  /** Candidates in a row, of 14 s or more, that must all be rejected before the height of beats is learned anew. */
  rejections: 60,
  /** Share of the height of beats below which what is rejected is the noise of loose electrodes. */
  least: 0.05,
};

const remembered = 8;

/**
 * Adaptive threshold between the median height of the last beats and of what was rejected lately; a beat that is
 * late is looked for again among the rejected; what follows a beat at once and is far less steep is its T wave. Where
 * nothing is a beat for long, the threshold is learned anew.
 *
 * @param level the height of beats to begin with.
 */
export function beatDecisions(level: number): BeatDecisions {
  const accepted = new Array<number>(remembered).fill(level);
  const rejected = new Array<number>(remembered).fill(0.15 * level);
  const intervals = new Array<number>(remembered).fill(0.8 * featureRate);
  let last: Candidate | undefined;
  /** Rejected candidates since the last beat that may still be taken for one. */
  let passed: Candidate[] = [];
  let rejections = 0;

  function accept(candidate: Candidate): Candidate {
    const usual = median(accepted);
    if (last) {
      const interval = candidate.at - last.at;
      if (interval > 0.3 * featureRate && interval < 2 * featureRate) remember(intervals, interval);
    }
    remember(accepted, Math.min(Math.max(candidate.height, 0.4 * usual), 1.6 * usual));
    last = candidate;
    passed = passed.filter(({ at }) => at > candidate.at);
    rejections = 0;
    return candidate;
  }

  /** After an artefact the height of beats may be so far above them that none would ever be found again. */
  function relearn(): void {
    rejections = 0;
    const level = Math.max(...rejected);
    if (level < settings.least * median(accepted)) return;
    accepted.fill(level);
    rejected.fill(0.15 * level);
    passed = [];
  }

  function lookBack(until: number, threshold: number): Candidate[] {
    const found: Candidate[] = [];
    while (last && until - last.at > settings.late * median(intervals)) {
      const before: Candidate = last;
      const isFar = ({ at }: Candidate) =>
        at - before.at > 0.3 * featureRate && until - at > 0.25 * featureRate;
      const best = passed.filter(isFar).reduce<Candidate | undefined>(
        (most, one) => most && most.height >= one.height ? most : one,
        undefined,
      );
      if (!best || best.height <= settings.lateThreshold * threshold) {
        passed = withoutLower(passed, isFar);
        break;
      }
      found.push(accept(best));
    }
    return found;
  }

  function isTWave(candidate: Candidate): boolean {
    return last !== undefined && candidate.at - last.at < settings.tWave * featureRate &&
      candidate.steepness < settings.tWaveSteepness * last.steepness;
  }

  return {
    next(candidate) {
      const [signal, noise] = [median(accepted), median(rejected)];
      const threshold = noise + settings.threshold * (signal - noise);
      const found = lookBack(candidate.at, threshold);
      if (candidate.height > threshold && !isTWave(candidate)) {
        found.push(accept(candidate));
      } else {
        passed.push(candidate);
        remember(rejected, Math.min(candidate.height, signal));
        if (++rejections === settings.rejections) relearn();
      }
      return found;
    },
  };
}

/**
 * Leaves out candidates that a later, higher one will always be taken before: where electrodes hang loose for hours,
 * hardly any are left.
 */
function withoutLower(
  candidates: readonly Candidate[],
  counts: (candidate: Candidate) => boolean,
): Candidate[] {
  let highest = 0;
  return candidates.toReversed().filter((candidate) => {
    const isLower = candidate.height < highest;
    if (counts(candidate)) highest = Math.max(highest, candidate.height);
    return !isLower;
  }).reverse();
}

function remember(values: number[], value: number): void {
  values.shift();
  values.push(value);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
