/** A wave of the electrocardiogram: an event on the cycle that pushes the trajectory up or down. */
export interface EcgEvent {
  /** Where it is, in radians from the R peak that begins the cycle; the next R peak is at 2 pi. */
  angle: number;
  /** How wide it is, in radians. */
  width: number;
  /** How hard it pushes each lead, in mV / s / rad; negative pushes downwards. */
  amplitudes: readonly number[];
}

/** One RR interval: the trajectory goes around once, with the angular velocity 2 pi / RR. */
export interface EcgCycle {
  /** Sample of the R peak that begins it; the first ones may lie before sample 0. */
  start: number;
  /** Number of samples up to the next R peak. */
  length: number;
  /** Waves of the beats at both ends. */
  events: readonly EcgEvent[];
}

/** Options of {@linkcode integrateEcgModel}. */
export interface IntegrateEcgModelOptions {
  /** Samples to make. */
  sampleCount: number;
  /** Samples a second; 360 by default. */
  samplingFrequency?: number;
  /** Number of leads; 1 by default. Each has its own z and shares x and y. */
  leadCount?: number;
  /** Amplitude A of the baseline that z is drawn to, in mV; 0.15 by default. */
  baselineAmplitude?: number;
  /** Frequency of breathing, that of the baseline, in Hz; 0.25 by default. */
  respirationFrequency?: number;
  /** Where the trajectory starts; on the unit circle at the first cycle's phase, with z = 0, by default. */
  initialState?: { x: number; y: number; z: readonly number[] };
}

/**
 * Integrates the dynamical model of the electrocardiogram of McSharry, Clifford, Tarassenko and Smith,
 * "A dynamical model for generating synthetic electrocardiogram signals", IEEE Trans Biomed Eng
 * 50(3):289-294 (2003):
 *
 *     x' = (1 - r) x - w y,   y' = (1 - r) y + w x,   r = sqrt(x^2 + y^2)
 *     z' = -sum_i a_i d_i exp(-d_i^2 / (2 b_i^2)) - (z - A sin(2 pi f t)),   d_i = theta - theta_i
 *
 * by the fourth-order Runge-Kutta method with one step a sample. Beats may differ: each cycle has its
 * own events, those of the beat at its start around 0 and those of the next around 2 pi.
 *
 * @param cycles RR intervals, one after the other, that together cover all samples.
 * @returns z of each lead in mV, `[leadCount][sampleCount]`.
 * @throws {RangeError} When the cycles leave a gap or end before the last sample.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { integrateEcgModel } from "lib/sources/synthetic/integrate_ecg_model.ts";
 *
 * const peak = { angle: 2 * Math.PI, width: 0.1, amplitudes: [600] };
 * const [z] = integrateEcgModel([{ start: 0, length: 360, events: [peak] }], { sampleCount: 360 });
 * assert.ok(z!.at(-1)! > 0.9);
 * ```
 */
export function integrateEcgModel(
  cycles: readonly EcgCycle[],
  options: IntegrateEcgModelOptions,
): Float64Array[] {
  const { sampleCount, samplingFrequency = 360, leadCount = 1 } = options;
  checkCycles(cycles, sampleCount);
  const leads = Array.from({ length: leadCount }, () => new Float64Array(sampleCount));
  const state = initialState(cycles, leadCount, options);
  const step = 1 / samplingFrequency;
  const stages = Array.from({ length: 4 }, () => new Float64Array(state.length));
  const [k1, k2, k3, k4] = stages as [Float64Array, Float64Array, Float64Array, Float64Array];
  const moved = new Float64Array(state.length);
  const baseline = breathing(options);
  let pull = baseline(0);
  let index = 0;
  for (let sample = 0; sample < sampleCount; sample++) {
    for (let i = 0; i < leadCount; i++) leads[i]![sample] = state[2 + i]!;
    while (sample >= cycles[index]!.start + cycles[index]!.length) index++;
    const cycle = cycles[index]!;
    const velocity = 2 * Math.PI / (cycle.length * step);
    const time = sample * step;
    const expected = velocity * (time - cycle.start * step);
    const turn = velocity * step;
    const events = eventsNear(cycle, expected + turn / 2, turn);
    const halfway = baseline(time + step / 2);
    const after = baseline(time + step);
    differentiate(k1, state, events, { velocity, expected, pull });
    const middle = { velocity, expected: expected + turn / 2, pull: halfway };
    differentiate(k2, move(moved, state, k1, step / 2), events, middle);
    differentiate(k3, move(moved, state, k2, step / 2), events, middle);
    const end = { velocity, expected: expected + turn, pull: after };
    differentiate(k4, move(moved, state, k3, step), events, end);
    pull = after;
    for (let i = 0; i < state.length; i++) {
      state[i]! += step / 6 * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
    }
  }
  return leads;
}

function checkCycles(cycles: readonly EcgCycle[], sampleCount: number): void {
  let end = Math.min(cycles[0]?.start ?? 0, 0);
  cycles.forEach(({ start, length }, i) => {
    if (start !== end || !(length > 0)) {
      throw new RangeError(
        `Cannot integrate the ECG model: wanted cycle ${i} to begin at sample ${end} and last, ` +
          `found one of ${length} samples at ${start}`,
      );
    }
    end = start + length;
  });
  if (cycles.length === 0 || end < sampleCount) {
    throw new RangeError(
      `Cannot integrate the ECG model: wanted cycles for ${sampleCount} samples, found them to end at ${end}`,
    );
  }
}

/** State `[x, y, z of each lead]`. */
function initialState(
  cycles: readonly EcgCycle[],
  leadCount: number,
  { initialState }: IntegrateEcgModelOptions,
): Float64Array {
  if (initialState) return Float64Array.of(initialState.x, initialState.y, ...initialState.z);
  const { start, length } = cycles.find(({ start, length }) => start + length > 0)!;
  const phase = -2 * Math.PI * start / length;
  return Float64Array.of(Math.cos(phase), Math.sin(phase), ...new Float64Array(leadCount));
}

/** What z is drawn to, in mV, at a time in s. */
function breathing(options: IntegrateEcgModelOptions): (time: number) => number {
  const { baselineAmplitude = 0.15, respirationFrequency = 0.25 } = options;
  return (time) => baselineAmplitude * Math.sin(2 * Math.PI * respirationFrequency * time);
}

/** Events that are not too far from an angle to matter: 8 widths off they push 1e-13 of their most. */
function eventsNear(cycle: EcgCycle, angle: number, margin: number): EcgEvent[] {
  return cycle.events.filter((event) => Math.abs(angle - event.angle) < 8 * event.width + margin);
}

interface Moment {
  /** Angular velocity in rad/s. */
  velocity: number;
  /** Angle from the start of the cycle that the clock says; only tells the turns apart. */
  expected: number;
  /** What z is drawn to, in mV. */
  pull: number;
}

function differentiate(
  into: Float64Array,
  state: Float64Array,
  events: readonly EcgEvent[],
  { velocity, expected, pull }: Moment,
): void {
  const x = state[0]!;
  const y = state[1]!;
  const alpha = 1 - Math.sqrt(x * x + y * y);
  into[0] = alpha * x - velocity * y;
  into[1] = alpha * y + velocity * x;
  for (let i = 2; i < state.length; i++) into[i] = pull - state[i]!;
  const theta = Math.atan2(y, x);
  const turns = Math.round((expected - theta) / (2 * Math.PI));
  const angle = theta + 2 * Math.PI * turns;
  for (const event of events) {
    const distance = angle - event.angle;
    const relative = distance / event.width;
    const push = distance * Math.exp(-relative * relative / 2);
    for (let i = 2; i < state.length; i++) into[i]! -= event.amplitudes[i - 2]! * push;
  }
}

function move(
  into: Float64Array,
  state: Float64Array,
  derivative: Float64Array,
  step: number,
): Float64Array {
  for (let i = 0; i < state.length; i++) into[i] = state[i]! + step * derivative[i]!;
  return into;
}
