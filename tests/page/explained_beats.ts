import { annotateRecording, beatsOfPeaks, evenSignal } from "lib/annotation/mod.ts";
import { inputsOf } from "lib/beats/mod.ts";
import { fromWfdb } from "lib/recordings/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { evenPeaks } from "lib/page/worker/explain_beat.ts";
import { carriedModel } from "./carried_model.ts";

/** Numbers of some beats of a synthetic record, far from one another and at both ends. */
export const explained = [0, 9, 10, 143, 200];

/** A synthetic record with its beats, and what the published model reads of those that are explained. */
export async function explainedBeats() {
  const { model, doubt } = await carriedModel();
  const patient = syntheticPatients.find(({ name }) => name === "s12")!;
  const recording = fromWfdb(synthesizeRecord(patient, { duration: 180 }));
  const { lead, beats } = annotateRecording(recording, { model, doubt });
  const { signal } = evenSignal(lead);
  const samples = beats.map(({ sample }) => sample);
  const peaks = evenPeaks(samples, { frequency: lead.frequency, length: signal.length });
  const all = beatsOfPeaks(signal, peaks);
  const inputs = explained.map((beat) => {
    const { difference, context } = inputsOf([all[beat]!]);
    return { difference: [...difference!.values], context: [...context!.values] };
  });
  return { model, doubt, beats, signal, peaks, inputs };
}
