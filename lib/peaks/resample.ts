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

/**
 * Makes the resampler of a signal with `rate` samples a second: lines between samples, means of a faster signal.
 * Peaks need no sharper filter, and rows, which do, are cut from whole signals.
 */
export function createResampler(rate: number): Resampler {
  const step = rate / featureRate;
  // A faster signal is averaged, so that what is too fast for the features' rate does not show as slow.
  const half = step >= 2 ? step / 2 : 0;
  const raw = new Sequence();
  const resampled = new Sequence();
  let missing: number[] = [];
  let held = 0;

  return {
    push(samples) {
      raw.append(samples);
      const count = Math.max(0, Math.floor((raw.end - 1 - half) / step) - resampled.end);
      const added = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const at = (resampled.end + i) * step;
        const value = half > 0 ? mean(raw, at - half, at + half) : between(raw, at);
        if (Number.isFinite(value)) held = value;
        else missing.push(resampled.end + i);
        added[i] = held;
      }
      resampled.append(added);
    },
    get length() {
      return resampled.end;
    },
    get missing() {
      return missing;
    },
    from: (first) =>
      resampled.values.slice(first - resampled.start, resampled.end - resampled.start),
    forget(before) {
      resampled.forget(before);
      raw.forget(Math.floor((before - featureRate / 4) * step));
      missing = missing.filter((at) => at >= before - featureRate);
    },
    extremum(at, sign) {
      const center = Math.round(at * step);
      const first = Math.max(raw.start, Math.round(center - reach * rate));
      const last = Math.min(raw.end - 1, Math.round(center + reach * rate));
      let best = Math.min(Math.max(first, center), last);
      for (let i = first; i <= last; i++) {
        if (sign * raw.values[i - raw.start]! > sign * raw.values[best - raw.start]!) best = i;
      }
      return best;
    },
  };
}

function between({ values, start }: Sequence, at: number): number {
  const before = Math.floor(at);
  const share = at - before;
  const value = values[before - start]!;
  return share === 0 ? value : value * (1 - share) + values[before + 1 - start]! * share;
}

function mean({ values, start }: Sequence, from: number, to: number): number {
  const first = Math.max(start, Math.ceil(from));
  const last = Math.floor(to);
  let sum = 0;
  for (let i = first; i <= last; i++) sum += values[i - start]!;
  return sum / (last - first + 1);
}

/** Numbers of which the first are forgotten: those from `start` to before `end` are there. */
class Sequence {
  values = new Float64Array(1 << 12);
  start = 0;
  end = 0;

  append(more: ArrayLike<number>): void {
    const kept = this.end - this.start;
    if (kept + more.length > this.values.length) {
      const larger = new Float64Array(2 * (kept + more.length));
      larger.set(this.values.subarray(0, kept));
      this.values = larger;
    }
    this.values.set(more, kept);
    this.end += more.length;
  }

  forget(before: number): void {
    if (before <= this.start) return;
    this.values.copyWithin(0, before - this.start, this.end - this.start);
    this.start = before;
  }
}
