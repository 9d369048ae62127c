import { createPrng } from "lib/random/mod.ts";
import type { Annotation, EcgRecord, SignalHeader } from "lib/wfdb/mod.ts";
import { digitizeLead } from "./digitize_lead.ts";
import { integrateEcgModel } from "./integrate_ecg_model.ts";
import { planCycles } from "./plan_cycles.ts";
import type { SyntheticPatient } from "./synthetic_patients.ts";
import { type PlannedBeat, planRhythm } from "./plan_rhythm.ts";

/** Options of {@linkcode synthesizeRecord}. */
export interface SynthesizeRecordOptions {
  /** Length in s; 600 by default. */
  duration?: number;
  /** Seed of all that is drawn; 1 by default. */
  seed?: number;
}

/** First words of the comment by which the header of a synthetic record tells what it is. */
export const syntheticComment = "Synthetic record of no patient";

const samplingFrequency = 360;
const converter = { gain: 200, baseline: 1024, lowest: 0, highest: 2047 };

/**
 * Makes a two-lead record of a synthetic patient with annotated beats, in the form of a MIT-BIH record:
 * 360 Hz, 11 bits, 200 units a millivolt, leads II and V1.
 *
 * The shape of the waves is that of the model of McSharry et al. 2003 ({@linkcode integrateEcgModel}).
 *
 * @returns The same record for the same patient, length and seed.
 */
export function synthesizeRecord(
  patient: SyntheticPatient,
  options: SynthesizeRecordOptions = {},
): EcgRecord {
  const { duration = 600, seed = 1 } = options;
  const prng = createPrng(hash(`${seed} ${patient.name}`));
  const sampleCount = Math.round(duration * samplingFrequency);
  const beats = planRhythm(patient, duration + 1, prng);
  const leads = integrateEcgModel(planCycles(beats, patient, { samplingFrequency, prng }), {
    sampleCount,
    samplingFrequency,
    leadCount: 2,
    baselineAmplitude: 0.05 + 0.1 * prng(),
    respirationFrequency: 0.2 + 0.1 * prng(),
  });
  const { noise = 0.01 } = patient;
  const signals = leads.map((lead) =>
    digitizeLead(lead, { ...converter, noise, samplingFrequency }, prng)
  );
  return {
    name: patient.name,
    header: {
      name: patient.name,
      signals: ["MLII", "V1"].map((lead, i) => signalHeader(patient.name, lead, signals[i]!)),
      samplingFrequency,
      counterFrequency: samplingFrequency,
      baseCounter: 0,
      sampleCount,
      comments: [
        `${syntheticComment}: dynamical model of McSharry et al. 2003, seed ${seed}`,
      ],
    },
    signals,
    annotations: annotate(beats, patient, { sampleCount, prng }),
  };
}

/** 32 bits of a text, by FNV-1a. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (const character of text) {
    bits = Math.imul(bits ^ character.charCodeAt(0), 0x01000193);
  }
  return bits >>> 0;
}

function signalHeader(name: string, description: string, signal: Int32Array): SignalHeader {
  return {
    fileName: `${name}.dat`,
    format: 212,
    samplesPerFrame: 1,
    skew: 0,
    byteOffset: 0,
    gain: converter.gain,
    baseline: converter.baseline,
    units: "mV",
    adcResolution: 11,
    adcZero: converter.baseline,
    initialValue: signal[0]!,
    checksum: signal.reduce((sum, value) => (sum + value) << 16 >> 16, 0),
    blockSize: 0,
    description,
  };
}

/** A rhythm annotation, then one for each beat, up to a sample beside its R peak as people set them. */
function annotate(
  beats: readonly PlannedBeat[],
  patient: SyntheticPatient,
  { sampleCount, prng }: { sampleCount: number; prng: () => number },
): Annotation[] {
  const annotation = { subtype: 0, channel: 0, number: 0, auxiliary: "" };
  const first = 18;
  const marks = beats.map(({ symbol, time }) => {
    const sample = Math.round(time * samplingFrequency) + Math.floor(3 * prng()) - 1;
    return { ...annotation, sample, symbol };
  }).filter(({ sample }) => sample > first && sample < sampleCount);
  const auxiliary = patient.rhythm === "paced" ? "(P" : "(N";
  return [{ ...annotation, sample: first, symbol: "+", auxiliary }, ...marks];
}
