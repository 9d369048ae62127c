import { beatWaves, fuseWaves, type Wave, waveEvents } from "./beat_waves.ts";
import type { EcgCycle } from "./integrate_ecg_model.ts";
import type { SyntheticPatient } from "./synthetic_patients.ts";
import type { PlannedBeat } from "./plan_rhythm.ts";
import { varyWaves } from "./vary_waves.ts";

const betweenPatients = { height: 0.2, width: 0.08, time: 0.005 };
const betweenBeats = { height: 0.08, width: 0.05, time: 0.003 };

/**
 * Gives the planned beats their waves: those of the patient, a little different in every beat.
 *
 * @param beats Beats of a record, with times in s.
 * @param prng Gives numbers in [0, 1).
 * @returns RR intervals for the ECG model at `samplingFrequency` (in Hz), each with its two beats' waves.
 */
export function planCycles(
  beats: readonly PlannedBeat[],
  patient: SyntheticPatient,
  { samplingFrequency, prng }: { samplingFrequency: number; prng: () => number },
): EcgCycle[] {
  const waves = varyWaves(patientBeats(patient), betweenPatients, prng);
  const peaks = beats.map(({ time }) => Math.round(time * samplingFrequency));
  const wavesOfBeats = beats.map(({ symbol, time }, i) => {
    const kind = symbol === "F" ? fuseWaves(waves.N, waves.V, fusionShare(prng)) : waves[symbol];
    const { beat } = varyWaves({ beat: kind }, betweenBeats, prng);
    return withRate(beat, time - (beats[i - 1]?.time ?? time - 60 / patient.heartRate));
  });
  return peaks.slice(0, -1).map((start, i) => {
    const length = peaks[i + 1]! - start;
    const velocity = 2 * Math.PI * samplingFrequency / length;
    const events = [
      ...waveEvents(wavesOfBeats[i]!, velocity, 0),
      ...waveEvents(wavesOfBeats[i + 1]!, velocity, 2 * Math.PI),
    ];
    return { start, length, events };
  });
}

/** Between a normal beat (0) and a ventricular one (1), seldom near either. */
function fusionShare(prng: () => number): number {
  return 0.1 + 0.8 * (prng() + prng()) / 2;
}

function patientBeats({ ventricularAxis = 1 }: SyntheticPatient): typeof beatWaves {
  const ventricular = beatWaves.V.map((wave): Wave => ({
    ...wave,
    heights: [ventricularAxis * wave.heights[0], wave.heights[1]],
  }));
  return { ...beatWaves, V: ventricular };
}

/** Brings T nearer at high rates, by the square root of the RR interval before (Bazett 1920). */
function withRate(waves: readonly Wave[], interval: number): Wave[] {
  const factor = Math.sqrt(Math.min(Math.max(interval, 0.4), 1.2));
  return waves.map((wave) =>
    wave.name.endsWith("T") ? { ...wave, time: wave.time * factor } : wave
  );
}
