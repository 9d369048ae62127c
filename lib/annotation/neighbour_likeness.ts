/** Samples at 360 Hz from a peak: every third from -.075 s to .125 s, where its QRS complex is. */
const places = Array.from({ length: 25 }, (_, i) => 3 * i - 27);

/**
 * How like the beats around it each beat is: the largest correlation of its QRS complex with those of the two beats
 * before and the two after it. Near 1 for beats of a heart, whatever their class, and also where two shapes take turns;
 * peaks of noise are like nothing.
 *
 * @param signal at 360 Hz.
 * @param peaks sample numbers, ascending.
 * @returns -1 to 1, one a peak; 0 for a single one.
 */
export function neighbourLikeness(signal: Int32Array, peaks: ArrayLike<number>): Float32Array {
  const size = places.length;
  const shapes = new Float32Array(peaks.length * size);
  for (let peak = 0; peak < peaks.length; peak++) {
    const shape = shapes.subarray(peak * size, (peak + 1) * size);
    for (let i = 0; i < size; i++) {
      const at = Math.min(Math.max(peaks[peak]! + places[i]!, 0), signal.length - 1);
      shape[i] = signal[at]!;
    }
    normalize(shape);
  }
  const correlation = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += shapes[a * size + i]! * shapes[b * size + i]!;
    return sum;
  };
  return Float32Array.from({ length: peaks.length }, (_, peak) => {
    const others = [-2, -1, 1, 2].map((step) => peak + step)
      .filter((other) => other >= 0 && other < peaks.length);
    return others.length === 0 ? 0 : Math.max(...others.map((other) => correlation(peak, other)));
  });
}

/** Makes the mean of values 0 and the sum of their squares 1; values that are all the same become zeros. */
function normalize(values: Float32Array): void {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const norm = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  values.forEach((value, i) => values[i] = norm > 0 ? (value - mean) / norm : 0);
}
