/** The distance between the quantiles `tail` and `1 - tail` of up to 20,000 samples; NaN where all are missing. */
export function quantileSpan(samples: Float32Array, tail: number): number {
  const stride = Math.max(1, Math.floor(samples.length / 20_000));
  const some = new Float32Array(Math.ceil(samples.length / stride));
  let count = 0;
  for (let i = 0; i < samples.length; i += stride) {
    if (!Number.isNaN(samples[i]!)) some[count++] = samples[i]!;
  }
  if (count === 0) return NaN;
  const sorted = some.subarray(0, count).sort();
  const skip = Math.floor(tail * count);
  return sorted[count - 1 - skip]! - sorted[skip]!;
}
