import { featureRate } from "./qrs_features.ts";

/** A signal that comes piece by piece, and the same at {@linkcode featureRate}; what is forgotten takes no room. */
export interface Resampler {
  push(samples: ArrayLike<number>): void;
  /** Samples at the features' rate so far. */
  readonly length: number;
  /** Those at the features' rate where the signal has none. */
  readonly missing: readonly number[];
  /** The samples at the features' rate from one on. */
  from(first: number): Float64Array;
  /** Forgets what lies before a sample at the features' rate. */
  forget(before: number): void;
  /**
   * The sample of the signal itself where it is largest (sign 1) or smallest (-1) near a sample at the features'
   * rate.
   */
  extremum(at: number, sign: number): number;
}

/** Seconds around a place in which its extremum is looked for. */
const reach = 0.025;

/** Makes the resampler of a signal with `rate` samples a second. */
export function createResampler(rate: number): Resampler {
  const step = rate / featureRate;
  const raw = buffer();
  const resampled = buffer();
  let missing: number[] = [];
  let held = 0;

  return {
    push(samples) {
      for (let i = 0; i < samples.length; i++) raw.push(samples[i]!);
      for (let k = resampled.end; Math.ceil((k + 0.5) * step) < raw.end; k++) {
        const value = step >= 2 ? mean(raw, k * step, step) : between(raw, k * step);
        if (Number.isFinite(value)) held = value;
        else missing.push(k);
        resampled.push(held);
      }
    },
    get length() {
      return resampled.end;
    },
    get missing() {
      return missing;
    },
    from: (first) => resampled.from(first),
    forget(before) {
      resampled.forget(before);
      raw.forget(Math.floor((before - 1) * step) - 1);
      missing = missing.filter((at) => at >= before - featureRate);
    },
    extremum(at, sign) {
      const first = Math.max(raw.start, Math.round(at * step - reach * rate));
      const last = Math.min(raw.end - 1, Math.round(at * step + reach * rate));
      let best = Math.min(Math.max(first, Math.round(at * step)), last);
      for (let i = first; i <= last; i++) {
        if (sign * raw.at(i) > sign * raw.at(best)) best = i;
      }
      return best;
    },
  };
}

function between(raw: Buffer, at: number): number {
  const before = Math.floor(at);
  const share = at - before;
  return share === 0 ? raw.at(before) : raw.at(before) * (1 - share) + raw.at(before + 1) * share;
}

/** The mean of the samples around a place, so that what is too fast for the features' rate does not show as slow. */
function mean(raw: Buffer, at: number, width: number): number {
  const first = Math.max(raw.start, Math.ceil(at - width / 2));
  const last = Math.floor(at + width / 2);
  let sum = 0;
  for (let i = first; i <= last; i++) sum += raw.at(i);
  return sum / (last - first + 1);
}

type Buffer = ReturnType<typeof buffer>;

/** Numbers by their place in a sequence whose beginning is forgotten. */
function buffer() {
  let values = new Float64Array(1 << 12);
  let start = 0;
  let end = 0;
  return {
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    push(value: number) {
      if (end - start === values.length) {
        const larger = new Float64Array(2 * values.length);
        larger.set(values);
        values = larger;
      }
      values[end++ - start] = value;
    },
    at: (place: number) => values[place - start]!,
    from: (place: number) => values.slice(place - start, end - start),
    forget(before: number) {
      if (before <= start) return;
      values.copyWithin(0, before - start, end - start);
      start = before;
    },
  };
}
