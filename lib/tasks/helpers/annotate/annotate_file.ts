import { join } from "node:path";
import {
  annotateRecording,
  beatAnnotations,
  type BeatsSummary,
  reportPage,
  summarizeBeats,
} from "lib/annotation/mod.ts";
import { replaceFile } from "lib/files/mod.ts";
import {
  chooseLead,
  readRecording,
  type ReadRecordingOptions,
  type Recording,
} from "lib/recordings/mod.ts";
import { encodeAnnotations } from "lib/wfdb/mod.ts";
import type { AnnotationModel } from "./annotation_model.ts";
import { collectGarbage } from "./collect_garbage.ts";

/** What was found in a recording, as `deno task annotate --json` tells it. */
export interface AnnotatedFile extends BeatsSummary {
  name: string;
  file: string;
  lead: string;
  notes: string[];
  /** Paths of what was written. */
  annotations: string;
  page: string;
}

/** Options of {@linkcode annotateFile}. */
export interface AnnotateFileOptions {
  /** Loads the model, once for all files. */
  model(): Promise<AnnotationModel>;
  lead?: string;
  /** What is known of the recordings beside what they say. */
  reading?: ReadRecordingOptions;
  /** The folder to write into. */
  out: string;
  /** Names of recordings that were written already. */
  taken: readonly string[];
  onProgress(step: string, share?: number): void;
}

/** Reads a recording, labels its beats and writes NAME.beats and NAME.html, each atomically. */
export async function annotateFile(
  file: string,
  { model, lead: name, reading, out, taken, onProgress }: AnnotateFileOptions,
): Promise<AnnotatedFile> {
  onProgress("reading");
  const recording = await readRecording(file, reading);
  if (taken.includes(recording.name)) {
    throw new Error(
      `Cannot annotate "${file}": wanted recordings of different names, found "${recording.name}" twice`,
    );
  }
  forgetOtherLeads(recording, name);
  collectGarbage();
  const { annotate, report } = await model();
  onProgress("finding beats");
  const annotated = annotateRecording(recording, {
    ...annotate,
    lead: name,
    onProgress: (share) => onProgress("labelling beats", share),
  });
  onProgress("writing");
  collectGarbage();
  const [annotations, page] = ["beats", "html"].map((kind) =>
    join(out, `${recording.name}.${kind}`)
  ) as [string, string];
  const html = await reportPage(annotated, report);
  await replaceFile(annotations, encodeAnnotations(beatAnnotations(annotated)));
  await replaceFile(page, html);
  const { notes, lead } = annotated;
  return {
    name: recording.name,
    file,
    lead: lead.name,
    ...summarizeBeats(annotated),
    notes,
    annotations,
    page,
  };
}

/** The leads that are not labelled lose their samples: in a day's they take 124 MB each. */
function forgetOtherLeads(recording: Recording, name: string | undefined): void {
  const { index } = chooseLead(recording, { name });
  for (const [i, lead] of recording.leads.entries()) {
    if (i !== index) lead.samples = new Float32Array();
  }
}
