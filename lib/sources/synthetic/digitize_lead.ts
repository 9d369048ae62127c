import { gaussianPrng } from "lib/random/mod.ts";

/** How a lead is turned into the integers of a record. */
export interface DigitizeLeadOptions {
  /** Units a millivolt. */
  gain: number;
  /** The integer that stands for 0 mV. */
  baseline: number;
  /** Range of the integers. */
  lowest: number;
  highest: number;
  /** Standard deviation of the measurement noise in mV. */
  noise: number;
  /** Samples a second. */
  samplingFrequency: number;
}

/**
 * Measures a lead: adds noise, slow drift of the electrode and now and then a second or two of noise
 * from a muscle, and rounds to integers as an analogue-to-digital converter does.
 *
 * @param lead Signal in mV.
 * @param prng Gives numbers in [0, 1).
 */
export function digitizeLead(
  lead: Float64Array,
  options: DigitizeLeadOptions,
  prng: () => number,
): Int32Array {
  const { gain, baseline, lowest, highest, samplingFrequency } = options;
  const gaussian = gaussianPrng(prng);
  const driftPhase = 2 * Math.PI * prng();
  const noise = noiseLevels(lead.length, options, prng);
  const integers = new Int32Array(lead.length);
  for (let i = 0; i < lead.length; i++) {
    const drift = driftHeight * Math.sin(driftVelocity * i / samplingFrequency + driftPhase);
    const measured = lead[i]! + drift + noise[i]! * gaussian();
    const rounded = Math.round(baseline + gain * measured);
    integers[i] = Math.min(Math.max(rounded, lowest), highest);
  }
  return integers;
}

/** Slow movement of the electrode's potential: height in mV, angular velocity in rad/s. */
const driftHeight = 0.05;
const driftVelocity = 2 * Math.PI * 0.03;

/** Mean time between bursts of muscle noise, in s; each dies away within a second or two. */
const burstInterval = 45;

/** Standard deviation of the noise at every sample, in mV. */
function noiseLevels(
  length: number,
  { noise, samplingFrequency }: DigitizeLeadOptions,
  prng: () => number,
): Float64Array {
  const levels = new Float64Array(length).fill(noise);
  const wait = () => -Math.log(1 - prng()) * burstInterval * samplingFrequency;
  for (let start = Math.floor(wait()); start < length; start += Math.ceil(wait())) {
    const end = Math.min(length, start + 4 * samplingFrequency);
    for (let i = start; i < end; i++) {
      levels[i]! += 4 * noise * Math.exp((start - i) / samplingFrequency);
    }
  }
  return levels;
}
