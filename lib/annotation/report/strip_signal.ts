import type { Lead } from "lib/recordings/mod.ts";
import { quantile } from "lib/metrics/mod.ts";

/** A lead as a page draws it. */
export interface StripSignal {
  /** Samples a second. */
  rate: number;
  /** How much of the lead's unit one step of the values is. */
  step: number;
  /** In steps from the middle; {@linkcode noSample} where there is no sample. */
  values: Int16Array;
  /** The middle of the signal, in the lead's unit. */
  middle: number;
  /** How far most of the signal reaches from the middle, in the lead's unit. */
  reach: number;
  /** The lower of two values that most of the signal lies between, in the lead's unit. */
  low: number;
  /** The upper of the two. */
  high: number;
}

/** Stands for a missing sample. */
export const noSample: number = -32768;

/** A page of more samples would be too large: those of 24 hours at 185 Hz. */
const most = 16e6;

/**
 * A lead in small integers, at its own rate or a part of it, 200 Hz at most. Of the samples that one stands for, the one
 * that is farthest from the one before is kept: R peaks keep their heights.
 */
export function stripSignal({ samples, frequency }: Lead): StripSignal {
  const factor = Math.max(1, Math.ceil(frequency / 200), Math.ceil(samples.length / most));
  // Some values do for quantiles.
  const stride = Math.max(1, Math.floor(samples.length / 100_000));
  const some: number[] = [];
  for (let i = 0; i < samples.length; i += stride) {
    if (Number.isFinite(samples[i])) some.push(samples[i]!);
  }
  const at = (share: number) => some.length > 0 ? quantile(some, share) : 0;
  const middle = at(0.5);
  const [low, high] = [at(0.002), at(0.998)];
  const reach = Math.max(high - middle, middle - low) || 1;
  const step = reach / 250;
  const values = new Int16Array(Math.ceil(samples.length / factor));
  let kept = middle;
  for (let i = 0; i < values.length; i++) {
    let far = NaN;
    const end = Math.min((i + 1) * factor, samples.length);
    for (let at = i * factor; at < end; at++) {
      const value = samples[at]!;
      if (!Number.isFinite(value)) continue;
      if (!(Math.abs(value - kept) <= Math.abs(far - kept))) far = value;
    }
    if (Number.isNaN(far)) {
      values[i] = noSample;
    } else {
      kept = far;
      values[i] = Math.max(-32767, Math.min(32767, Math.round((far - middle) / step)));
    }
  }
  return { rate: frequency / factor, step, values, middle, reach, low, high };
}
