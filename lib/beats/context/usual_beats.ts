import { recordFrequency } from "../segment_beats.ts";
import type { ContextOptions } from "./rhythm_context.ts";

/** Values of a beat's shape: from a tenth of a second before the R peak to three tenths after, at 120 Hz. */
export const shapeLength = 49;

const [before, step] = [12, 3];

/** Seconds from the R peak to the first value of a beat's shape. */
export const shapeStart = -before * step / recordFrequency;

/** The usual beat changes slowly: one is found for so many beats, counted from the first. */
export const usualBlock = 10;

/** The part of the shape that the QRS complex is in: -.075 s to .13 s. */
const [qrsFrom, qrsTo] = [3, 28];

/** How beats differ from those around them. */
export interface UnusualBeats {
  /**
   * Each beat less the usual beat around it, in units of that beat's range, `[beats * 49]`; 0 where the signal is
   * flat.
   */
  differences: Float32Array;
  /** 1 less the correlation of each QRS complex with the usual one, 0 to 2, `[beats]`. */
  unlikeness: Float32Array;
}

/**
 * Compares each beat with the usual beat around it: value by value the median of 61 to 70 beats of any class, each
 * less its own median. Needs no labels.
 *
 * @param signal one lead at 360 Hz, in any unit.
 * @param samples R peaks, rising. Where a beat reaches beyond the signal, the signal's end value goes on.
 * @param options With `causal`, the usual beat is that of the 60 before; the first beat has only itself.
 */
export function unusualBeats(
  signal: Int32Array,
  samples: ArrayLike<number>,
  { causal = false }: ContextOptions = {},
): UnusualBeats {
  const count = samples.length;
  const shapes = Float32Array.from({ length: count * shapeLength }, (_, i) => {
    const sample = samples[Math.floor(i / shapeLength)]! + (i % shapeLength - before) * step;
    return signal[Math.min(Math.max(sample, 0), signal.length - 1)]!;
  });
  const shapeOf = (beat: number) => shapes.subarray(beat * shapeLength, (beat + 1) * shapeLength);
  for (let beat = 0; beat < count; beat++) {
    const shape = shapeOf(beat);
    const level = shape.toSorted()[shapeLength >> 1]!;
    shape.forEach((value, i) => shape[i] = value - level);
  }
  const differences = new Float32Array(shapes.length);
  const unlikeness = new Float32Array(count);
  const block = causal ? 1 : usualBlock;
  for (let first = 0; first < count; first += block) {
    const [from, to] = causal
      ? [Math.max(0, first - 60), Math.max(first, 1)]
      : [Math.max(0, first - 30), Math.min(count, first + block + 30)];
    const usual = medianShape(shapes, from, to);
    const range = Math.max(...usual) - Math.min(...usual);
    for (let beat = first; beat < Math.min(first + block, count); beat++) {
      const shape = shapeOf(beat);
      unlikeness[beat] = 1 - correlation(shape, usual);
      if (range === 0) continue;
      differences.set(
        shape.map((value, i) => (value - usual[i]!) / range),
        beat * shapeLength,
      );
    }
  }
  return { differences, unlikeness };
}

/** Value by value the lower median of some beats. */
function medianShape(shapes: Float32Array, from: number, to: number): Float32Array {
  const column = new Float32Array(to - from);
  return Float32Array.from({ length: shapeLength }, (_, i) => {
    for (let beat = from; beat < to; beat++) column[beat - from] = shapes[beat * shapeLength + i]!;
    return column.sort()[(column.length - 1) >> 1]!;
  });
}

/** Pearson's, over the QRS complex; 0 where one of the two is flat. */
function correlation(a: Float32Array, b: Float32Array): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let i = qrsFrom; i < qrsTo; i++) {
    sumA += a[i]!;
    sumB += b[i]!;
    squaresA += a[i]! ** 2;
    squaresB += b[i]! ** 2;
    products += a[i]! * b[i]!;
  }
  const n = qrsTo - qrsFrom;
  const spread = (n * squaresA - sumA ** 2) * (n * squaresB - sumB ** 2);
  return spread > 0 ? (n * products - sumA * sumB) / Math.sqrt(spread) : 0;
}
