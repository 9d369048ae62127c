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
  /**
   * Keeps files; the first of the recordings among them, whose names it returns, is read next. What is shown stays
   * until another recording has been read.
   */
  open(files: NamedFile[], options?: OpenOptions): string[];
  /** Reads one of the recordings, by default the one last asked for, be it that it could not be read. */
  read(options?: ReadOptions): Promise<OpenedRecording>;
  /** Labels the beats of what was read. */
  annotate(onProgress?: (share: number) => void): LabelledRecording;
  /** Says why a beat of it has its label; undefined where there is no such beat, or none any more. */
  explain(beat: number): BeatExplanation | undefined;
}

/** What is known of files beside their names and bytes. */
export interface OpenOptions {
  /** Whether they are the page's own, of no patient; false by default. */
  isSynthetic?: boolean;
}

/** Which recording is read, and how. */
export interface ReadOptions {
  /** The name of its file. */
  recording?: string;
  /** The lead's number, since names may be the same; by default the one that `chooseLead()` takes. */
  leadIndex?: number;
  /** Samples a second, for a CSV file that does not say it. */
  frequency?: number;
}

/** Makes an annotator with a model and what the page carries of it. */
export function createAnnotator(
  model: tf.LayersModel,
  { doubt, causal }: Pick<CarriedModel, "doubt" | "causal">,
): Annotator {
  let given: Given = { files: [], asked: "", isSynthetic: false };
  let shown: Shown | undefined;
  let annotated: AnnotatedRecording | undefined;
  let signal: Int32Array | undefined;
  return {
    open(files, { isSynthetic = false } = {}) {
      const found = findRecordings(files);
      given = { files, asked: found[0]!, isSynthetic };
      return found;
    },
    async read({ recording: file = given.asked, leadIndex, ...options } = {}) {
      given.asked = file;
      const recording = shown?.given === given && shown.file === file
        ? shown.recording
        : await readFiles(given.files, file, options);
      const chosen = chooseLead(recording, { index: leadIndex });
      [shown, annotated, signal] = [{ given, file, recording, leadIndex }, undefined, undefined];
      const { name, unit, frequency, samples } = chosen.lead;
      return {
        recording: file,
        name: recording.name,
        isSynthetic: given.isSynthetic,
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
      const { recording, leadIndex: lead } = shown!;
      annotated = annotateRecording(recording, { model, doubt, causal, lead, onProgress });
      const { beats, notes } = annotated;
      return {
        beats,
        summary: summarizeBeats(annotated),
        notes,
        annotations: encodeAnnotations(beatAnnotations(annotated)) as Uint8Array<ArrayBuffer>,
        csv: beatsCsv(annotated),
      };
    },
    explain(beat) {
      if (!annotated?.beats[beat]) return undefined;
      const { lead, beats } = annotated;
      signal ??= evenSignal(lead).signal;
      const samples = beats.map(({ sample }) => sample);
      const peaks = evenPeaks(samples, { frequency: lead.frequency, length: signal.length });
      return explainBeat(signal, peaks, { beat, model, doubt, causal });
    },
  };
}

/** The files that a page was given last. */
interface Given {
  files: NamedFile[];
  /** The recording among them that was asked for last. */
  asked: string;
  isSynthetic: boolean;
}

/** The recording that was read last. */
interface Shown {
  given: Given;
  file: string;
  recording: Recording;
  leadIndex: number | undefined;
}
