import type * as tf from "@tensorflow/tfjs";
import {
  type AnnotatedRecording,
  annotateRecording,
  beatAnnotations,
  beatsCsv,
  evenSignal,
  stripSignal,
  summarizeBeats,
} from "lib/annotation/mod.ts";
import { chooseLead, type Recording } from "lib/recordings/mod.ts";
import { encodeAnnotations } from "lib/wfdb/mod.ts";
import type { CarriedModel, LabelledRecording, NamedFile, OpenedRecording } from "../messages.ts";
import { type BeatExplanation, evenPeaks, explainBeat } from "./explain_beat.ts";
import { findRecordings } from "./find_recordings.ts";
import { readFiles } from "./read_files.ts";

/** What labels the recordings that a page is given; remembers the one that is shown. */
export interface Annotator {
  /** Keeps files; one of the recordings among them, whose names it returns, is read next. */
  open(files: NamedFile[]): string[];
  /** Reads one of the recordings, the first by default. */
  read(options?: ReadOptions): Promise<OpenedRecording>;
  /** Labels the beats of what was read. */
  annotate(onProgress?: (share: number) => void): LabelledRecording;
  /** Says why a beat of it has its label. */
  explain(beat: number): BeatExplanation;
}

/** Which recording is read, and how. */
export interface ReadOptions {
  /** The name of its file. */
  recording?: string;
  /** The lead's name; by default the one that `chooseLead()` takes. */
  lead?: string;
  /** Samples a second, for a CSV file that does not say it. */
  frequency?: number;
}

/** Makes an annotator with a model and what the page carries of it. */
export function createAnnotator(
  model: tf.LayersModel,
  { doubt, causal }: Pick<CarriedModel, "doubt" | "causal">,
): Annotator {
  let files: NamedFile[] = [];
  let shown: { file: string; recording: Recording; lead: string | undefined } | undefined;
  let annotated: AnnotatedRecording | undefined;
  let signal: Int32Array | undefined;
  return {
    open(given) {
      files = given;
      shown = undefined;
      return findRecordings(files);
    },
    async read({ recording: file = findRecordings(files)[0]!, lead, ...options } = {}) {
      [annotated, signal] = [undefined, undefined];
      const recording = shown?.file === file
        ? shown.recording
        : await readFiles(files, file, options);
      shown = { file, recording, lead };
      const chosen = chooseLead(recording, { name: lead });
      const { name, unit, frequency, samples } = chosen.lead;
      return {
        recordings: findRecordings(files),
        recording: file,
        name: recording.name,
        start: recording.start,
        leads: recording.leads.map((one) => one.name),
        leadIndex: chosen.index,
        unit,
        frequency,
        duration: samples.length / frequency,
        strip: stripSignal({ name, unit, frequency, samples }),
      };
    },
    annotate(onProgress) {
      const { recording, lead } = shown!;
      annotated = annotateRecording(recording, { model, doubt, causal, lead, onProgress });
      const { beats, seconds, notes } = annotated;
      return {
        beats,
        summary: summarizeBeats(annotated),
        seconds,
        notes,
        annotations: encodeAnnotations(beatAnnotations(annotated)) as Uint8Array<ArrayBuffer>,
        csv: beatsCsv(annotated),
      };
    },
    explain(beat) {
      const { lead, beats } = annotated!;
      signal ??= evenSignal(lead).signal;
      const samples = beats.map(({ sample }) => sample);
      const peaks = evenPeaks(samples, { frequency: lead.frequency, length: signal.length });
      return explainBeat(signal, peaks, { beat, model, doubt, causal });
    },
  };
}
