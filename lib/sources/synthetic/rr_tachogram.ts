/** What a series of RR intervals is like. */
export interface RrStatistics {
  /** Mean RR interval in s. */
  mean: number;
  /** Standard deviation of the RR intervals in s. */
  deviation: number;
  /** Length of the series in s, at least 1 / bandwidth: its spectrum has lines at multiples of 1 / duration. */
  duration: number;
  /** Power of the Mayer waves (low frequency) over that of breathing (high frequency); 0.5 by default. */
  lowToHighRatio?: number;
  /** Centre of the Mayer waves in Hz; 0.1 by default. */
  lowFrequency?: number;
  /** Centre of the breathing in Hz; 0.25 by default. */
  highFrequency?: number;
  /** Standard deviation of both peaks of the spectrum in Hz; 0.01 by default. */
  bandwidth?: number;
}

/**
 * Makes a tachogram, the RR interval as a function of time, whose power spectrum is the sum of two
 * Gaussian peaks with random phases, as McSharry et al. 2003 give it (section II).
 *
 * @param prng Gives numbers in [0, 1), from which the phases are drawn.
 * @returns RR interval in s at a time in s.
 * @throws {RangeError} When the duration is too short for the spectrum.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createPrng } from "lib/random/mod.ts";
 * import { rrTachogram } from "lib/sources/synthetic/rr_tachogram.ts";
 *
 * const rrAt = rrTachogram({ mean: 0.8, deviation: 0.04, duration: 600 }, createPrng(1));
 * assert.ok(Math.abs(rrAt(10) - 0.8) < 0.2);
 * ```
 */
export function rrTachogram(
  statistics: RrStatistics,
  prng: () => number,
): (time: number) => number {
  const { mean, deviation, duration } = statistics;
  const lines = spectralLines(statistics).map((line) => ({ ...line, phase: 2 * Math.PI * prng() }));
  const power = lines.reduce((sum, line) => sum + line.power, 0);
  return (time) => {
    let sum = 0;
    for (const { turns, power, phase } of lines) {
      sum += Math.sqrt(2 * power) * Math.cos(2 * Math.PI * turns * time / duration + phase);
    }
    return mean + deviation * sum / Math.sqrt(power);
  };
}

/** Lines of the spectrum that carry power, at whole numbers of turns in the duration. */
function spectralLines(statistics: RrStatistics): { turns: number; power: number }[] {
  const { duration, lowToHighRatio = 0.5, bandwidth = 0.01 } = statistics;
  if (!(duration * bandwidth >= 1)) {
    throw new RangeError(
      `Cannot make a tachogram: wanted a duration of at least ${
        1 / bandwidth
      } s, found ${duration} s`,
    );
  }
  const { lowFrequency = 0.1, highFrequency = 0.25 } = statistics;
  const peak = (frequency: number, centre: number) =>
    Math.exp(-((frequency - centre) ** 2) / (2 * bandwidth ** 2));
  const highest = (Math.max(lowFrequency, highFrequency) + 5 * bandwidth) * duration;
  return Array.from({ length: Math.ceil(highest) }, (_, i) => i + 1).map((turns) => {
    const frequency = turns / duration;
    const power = lowToHighRatio * peak(frequency, lowFrequency) + peak(frequency, highFrequency);
    return { turns, power };
  }).filter(({ power }) => power > 1e-6);
}
