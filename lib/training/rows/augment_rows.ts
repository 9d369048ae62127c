import { gaussianPrng } from "lib/random/mod.ts";

/**
 * How much rows are changed before a training step sees them; 0: not at all. All inputs of a model are changed, each by
 * numbers of its own and as if its first axis were time: of a context, which has none, stretching mixes neighbours.
 */
export interface Augmentation {
  /** Time runs faster or slower by up to this share. */
  stretching: number;
  /** Values are larger or smaller by up to this share. */
  scaling: number;
  /** Standard deviation of the noise that is added to each value, in the rows' own unit. */
  noise: number;
}

/**
 * Changes rows in place, each in another way; the first sample stays where it is, and where a row that runs
 * faster has ended, its last sample goes on.
 *
 * @param values rows of `shape` [time, features], one after the other.
 * @param prng uniform numbers in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { augmentRows } from "lib/training/rows/augment_rows.ts";
 *
 * const row = Float32Array.of(0, 1, 2, 3);
 * augmentRows({ values: row, shape: [4, 1] }, { stretching: 0, scaling: 0.5, noise: 0 }, () => 0.999999);
 * assert.ok(Math.abs(row[2]! - 3) < 1e-5);
 * ```
 */
export function augmentRows(
  { values, shape }: { values: Float32Array; shape: number[] },
  { stretching, scaling, noise }: Augmentation,
  prng: () => number,
): void {
  const [time = 1, ...rest] = shape;
  const features = rest.reduce((product, length) => product * length, 1);
  const size = time * features;
  const around = (share: number) => 1 + share * (2 * prng() - 1);
  const normal = gaussianPrng(prng);
  for (let first = 0; first < values.length; first += size) {
    const row = values.subarray(first, first + size);
    if (stretching > 0) stretch(row, { features, speed: around(stretching) });
    const factor = scaling > 0 ? around(scaling) : 1;
    for (let i = 0; i < size; i++) {
      row[i] = row[i]! * factor + (noise > 0 ? noise * normal() : 0);
    }
  }
}

/** Reads a row at another speed, linearly between its samples. */
function stretch(row: Float32Array, { features, speed }: { features: number; speed: number }) {
  const old = row.slice();
  const last = row.length / features - 1;
  for (let t = 0; t <= last; t++) {
    const at = Math.min(t * speed, last);
    const before = Math.floor(at);
    const share = at - before;
    const after = Math.min(before + 1, last);
    for (let f = 0; f < features; f++) {
      const [a, b] = [old[before * features + f]!, old[after * features + f]!];
      row[t * features + f] = a + share * (b - a);
    }
  }
}
