import type { BeatsSummary, LabelledBeat, StripSignal } from "lib/annotation/mod.ts";
import type { Doubt } from "lib/evaluation/mod.ts";
import type { BeatExplanation } from "./worker/explain_beat.ts";

/** A file that was dropped on the page. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the page carries of a model. */
export interface CarriedModel {
  /** The text of its `model.json`. */
  description: string;
  /** How far its probabilities can be trusted, where that was measured. */
  doubt?: Doubt;
  /** Whether it was trained on what comes before a beat alone. */
  causal: boolean;
}

/** What the page asks its worker for. */
export type Request =
  | {
    kind: "start";
    model: CarriedModel;
    weights: Uint8Array<ArrayBuffer>;
    wasm: Uint8Array<ArrayBuffer>;
  }
  | { kind: "open"; files: NamedFile[]; isSynthetic: boolean }
  | { kind: "annotate"; recording?: string; leadIndex?: number; frequency?: number }
  | { kind: "explain"; beat: number };

/** What the worker answers, in this order but for "failed", which may come instead of any. */
export type Reply =
  | { kind: "ready" }
  | { kind: "listed"; recordings: string[] }
  | { kind: "progress"; step: string; share?: number }
  | { kind: "opened"; opened: OpenedRecording }
  | { kind: "annotated"; annotated: LabelledRecording }
  | { kind: "explained"; explanation: BeatExplanation }
  | { kind: "failed"; message: string; request?: Request["kind"]; lacksFrequency?: boolean };

/** A recording as soon as it is read, before its beats are found. */
export interface OpenedRecording {
  /** The name of its file. */
  recording: string;
  name: string;
  /** Whether it is the page's own, of no patient. */
  isSynthetic: boolean;
  start: string | undefined;
  /** Names of its leads, and which one is shown. */
  leads: string[];
  leadIndex: number;
  unit: string;
  /** Samples a second of the lead, and how many seconds it goes on. */
  frequency: number;
  duration: number;
  strip: StripSignal;
}

/** The beats of a recording, and the files that are made of them. */
export interface LabelledRecording {
  beats: LabelledBeat[];
  summary: BeatsSummary;
  notes: string[];
  /** WFDB's annotation file. */
  annotations: Uint8Array<ArrayBuffer>;
  csv: string;
}
