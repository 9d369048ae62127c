import type { EcgEvent } from "./integrate_ecg_model.ts";

/** One wave of a beat as charts show it: when, how high and how wide. */
export interface Wave {
  /** Name within the beat; waves of one name vary together from patient to patient. */
  name: string;
  /** Time of its middle after the beat's R peak, in s; negative before it. */
  time: number;
  /** Standard deviation of its Gaussian shape, in s. */
  width: number;
  /** Its height in both leads, in mV. */
  heights: readonly [number, number];
}

/** Symbols of the beats that can be made: normal, atrial premature, ventricular, fusion and paced. */
export type SyntheticSymbol = "N" | "A" | "V" | "F" | "/";

/**
 * The parameter set of each kind of beat, as the waves that the model's events make, in leads II and V1.
 *
 * A fusion beat has none of its own: it is a {@linkcode fuseWaves} of a normal and a ventricular beat.
 * The times of T are those at an RR interval of 1 s.
 */
export const beatWaves: Readonly<Record<Exclude<SyntheticSymbol, "F">, readonly Wave[]>> = {
  N: [
    { name: "P", time: -0.165, width: 0.022, heights: [0.13, 0.06] },
    { name: "Q", time: -0.028, width: 0.008, heights: [-0.12, 0.12] },
    { name: "R", time: 0, width: 0.0115, heights: [1.25, -0.75] },
    { name: "S", time: 0.03, width: 0.01, heights: [-0.28, -0.1] },
    { name: "T", time: 0.31, width: 0.048, heights: [0.26, -0.08] },
  ],
  // The early P wave comes from elsewhere in the atrium: inverted, close to a slightly aberrant QRS.
  A: [
    { name: "P", time: -0.125, width: 0.017, heights: [-0.11, 0.07] },
    { name: "Q", time: -0.026, width: 0.008, heights: [-0.09, 0.14] },
    { name: "R", time: 0, width: 0.012, heights: [1.16, -0.68] },
    { name: "S", time: 0.033, width: 0.0115, heights: [-0.34, 0.02] },
    { name: "T", time: 0.29, width: 0.045, heights: [0.2, -0.06] },
  ],
  // No P wave, a wide QRS with a notched descent, and ST and T against it.
  V: [
    { name: "ventricular rise", time: -0.045, width: 0.02, heights: [0.35, -0.3] },
    { name: "ventricular peak", time: 0, width: 0.031, heights: [1.75, -1.3] },
    { name: "ventricular notch", time: 0.07, width: 0.026, heights: [0.5, -0.6] },
    { name: "ventricular ST", time: 0.19, width: 0.05, heights: [-0.45, 0.4] },
    { name: "ventricular T", time: 0.33, width: 0.062, heights: [-0.6, 0.55] },
  ],
  // The annotation stands at the spike; the wide QRS that it sets off runs mostly downwards.
  "/": [
    { name: "spike", time: 0, width: 0.0042, heights: [0.55, 0.35] },
    { name: "paced rise", time: 0.02, width: 0.013, heights: [0.75, -0.4] },
    { name: "paced peak", time: 0.105, width: 0.034, heights: [-1.55, -1.1] },
    { name: "paced T", time: 0.36, width: 0.065, heights: [0.8, 0.4] },
  ],
};

/**
 * Waves of a fusion beat: both ways of exciting the ventricles meet, each with its share.
 *
 * @param normal Waves of the patient's normal beat; the P wave stays as it is.
 * @param ventricular Waves of the patient's ventricular beat.
 * @param share Part of the ventricles that the ventricular focus excites, 0 to 1.
 */
export function fuseWaves(
  normal: readonly Wave[],
  ventricular: readonly Wave[],
  share: number,
): Wave[] {
  return [
    ...normal.map((wave) => wave.name === "P" ? wave : scaledWave(wave, 1 - share)),
    ...ventricular.map((wave) => scaledWave(wave, share)),
  ];
}

function scaledWave(wave: Wave, factor: number): Wave {
  return { ...wave, heights: [wave.heights[0] * factor, wave.heights[1] * factor] };
}

/**
 * The model's events that make waves of a given time, height and width.
 *
 * An event of strength a and width b that is passed at angular velocity w leaves a Gaussian wave of
 * height a b^2 / w, so that waves keep their duration in seconds at every heart rate, as they do.
 *
 * @param waves Waves of a beat, in s and mV.
 * @param velocity Angular velocity of the cycle they fall in, in rad/s.
 * @param offset Angle of the beat's R peak in the cycle: 0 at its start, 2 pi at its end.
 */
export function waveEvents(waves: readonly Wave[], velocity: number, offset: number): EcgEvent[] {
  return waves.map(({ time, width, heights }) => {
    const angularWidth = width * velocity;
    return {
      angle: offset + time * velocity,
      width: angularWidth,
      amplitudes: heights.map((height) => height * velocity / angularWidth ** 2),
    };
  });
}
