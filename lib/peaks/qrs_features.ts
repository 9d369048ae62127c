/** Samples a second at which beats are looked for; a signal of another rate is brought to it. */
export const featureRate = 250;

/** What a QRS complex shows in, at {@linkcode featureRate}, for either polarity. */
export interface QrsFeatures {
  /** The signal from some 4 to 22 Hz, where a QRS complex has most of its power. */
  band: Float64Array;
  /** How fast that rises or falls: the difference of the neighbours. */
  slope: Float64Array;
  /** The mean of the slope's absolute values over 100 ms: one hill for each QRS complex. */
  energy: Float64Array;
}

/** Samples at both ends of the features that lack some of their neighbours. */
export const featureMargin = 60;

/** Computes the features of a stretch of signal at {@linkcode featureRate}. */
export function qrsFeatures(signal: Float64Array): QrsFeatures {
  const low = movingMean(movingMean(signal, 5), 5);
  const baseline = movingMean(movingMean(low, 27), 27);
  const band = low.map((value, i) => value - baseline[i]!);
  const slope = new Float64Array(band.length);
  for (let i = 1; i + 1 < band.length; i++) slope[i] = band[i + 1]! - band[i - 1]!;
  return { band, slope, energy: movingMean(slope.map(Math.abs), 25) };
}

/** Means over an odd number of neighbours, so that nothing is shifted; over fewer at the ends. */
function movingMean(values: Float64Array, width: number): Float64Array {
  const half = (width - 1) / 2;
  const { length } = values;
  const means = new Float64Array(length);
  let [sum, count] = [0, 0];
  for (let i = -half; i < length; i++) {
    if (i + half < length) {
      sum += values[i + half]!;
      count++;
    }
    if (i - half - 1 >= 0) {
      sum -= values[i - half - 1]!;
      count--;
    }
    if (i >= 0) means[i] = sum / count;
  }
  return means;
}
