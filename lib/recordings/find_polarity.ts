/** How many windows of a signal have their largest wave upwards and how many downwards. */
export interface Polarity {
  /** Windows looked at. */
  windows: number;
  /** Those in which the signal goes clearly further down from its middle than up. */
  down: number;
}

/**
 * Which way the largest waves point, in windows of 1.5 s, each of which holds a beat of 40 a minute or more.
 *
 * The middle of a window is its median; windows with missing samples, or without a wave, are left out.
 */
export function findPolarity(samples: Float32Array, frequency: number): Polarity {
  const length = Math.round(1.5 * frequency);
  const polarity = { windows: 0, down: 0 };
  if (length < 3) return polarity;
  // Some 400 windows, spread evenly, are as good as all.
  const stride = length * Math.max(1, Math.floor(samples.length / length / 400));
  for (let first = 0; first + length <= samples.length; first += stride) {
    const sorted = samples.slice(first, first + length).sort();
    const [low, middle, high] = [sorted[0]!, sorted[length >> 1]!, sorted[length - 1]!];
    // NaN is sorted to the end.
    if (Number.isNaN(high) || low === high) continue;
    polarity.windows++;
    if (middle - low > 1.3 * (high - middle)) polarity.down++;
  }
  return polarity;
}
