import { recordFrequency } from "lib/beats/mod.ts";
import { chooseLead, inspectLead, type Lead, type Recording } from "lib/recordings/mod.ts";
import { dropNoise } from "./drop_noise.ts";
import { type Label, type LabelOptions, labelPeaks } from "./label_peaks.ts";
import { prepareLead } from "./prepare_lead.ts";
import { rrOfPeaks } from "./rr_of_peaks.ts";

/** Options of {@linkcode annotateRecording}. */
export interface AnnotateOptions extends LabelOptions {
  /** Name of the lead, or its number in the recording; by default the one that `chooseLead()` takes. */
  lead?: string | number;
}

/** A beat of a recording and what a model says of it. */
export interface LabelledBeat extends Label {
  /** Sample number of its R peak in the lead. */
  sample: number;
  /** Seconds from the first sample of the recording. */
  time: number;
  /** Seconds since the beat before; NaN for the first one, and after a gap or noise. */
  rr: number;
  /** Its set has more than one class, or a part of it or of its rhythm is missing. */
  uncertain: boolean;
}

/** A recording with its beats. */
export interface AnnotatedRecording {
  /** The name of the recording. */
  name: string;
  /** Date and time of the first sample, where the file says it. */
  start: string | undefined;
  /** The lead that beats were found in, with its samples as they are in the recording: no copy. */
  lead: Lead;
  /** Its number in the recording. */
  leadIndex: number;
  /** In order of time. */
  beats: LabelledBeat[];
  /** How many classes the model knows, 4 or 5. */
  classes: number;
  /** Seconds in which the lead has samples. */
  seconds: number;
  /** What a reader should know: which lead, what is wrong with the file, the lead or the beats. Sentences. */
  notes: string[];
}

/** Fewer beats have no rhythm. */
const fewest = 5;

/**
 * Finds the beats of a recording and has a model say what they are.
 *
 * A lead is chosen, its R peaks are found, and the rows, the rhythm and the differences that the model is given are
 * made of them as those of annotated records are. Peaks that are not alike, as in noise, are no beats.
 *
 * @throws {Error} where the recording has no lead or not the one that is asked for, or the model wants other inputs.
 * @throws {RangeError} where the lead has less than 50 samples a second or more than 10,000.
 */
export function annotateRecording(
  recording: Pick<Recording, "name" | "leads" | "start" | "warnings">,
  options: AnnotateOptions,
): AnnotatedRecording {
  const asked = typeof options.lead === "number" ? { index: options.lead } : { name: options.lead };
  const { lead, index, reason } = chooseLead(recording, asked);
  // What is in no voltage has no size to find fault with.
  const findings = inspectLead(lead.samples, lead.frequency)
    .filter(({ kind }) => kind !== "unit" || lead.unit === "mV");
  const { peaks, signal, missing } = prepareLead(lead);
  const ratio = recordFrequency / lead.frequency;
  const even = peaks.map((peak) => Math.min(Math.round(peak * ratio), signal.length - 1));
  const { kept, dropped } = dropNoise(signal, even);
  const own = kept.map((place) => peaks[place]!);
  const rate = lead.frequency;
  const rr = rrOfPeaks(own, { missing, places: kept, rate });
  const labels = labelPeaks(signal, Int32Array.from(kept, (place) => even[place]!), options);
  const last = missing.at(-1);
  const end = last?.end === lead.samples.length ? last.first : lead.samples.length;
  const beats = labels.map((label, i): LabelledBeat => {
    const isAlone = own.length < fewest || i > 0 && Number.isNaN(rr[i]) || Number.isNaN(rr[i + 1]);
    const isCut = end - own[i]! < 0.4 * rate;
    return {
      ...label,
      sample: own[i]!,
      time: own[i]! / rate,
      rr: rr[i]!,
      uncertain: isAlone || isCut || label.set.length > 1,
    };
  });
  const lacking = missing.reduce((sum, { first, end }) => sum + end - first, 0);
  return {
    name: recording.name,
    start: recording.start,
    lead,
    leadIndex: index,
    beats,
    classes: options.model.outputs[0]!.shape.at(-1)!,
    seconds: (lead.samples.length - lacking) / rate,
    notes: [
      reason,
      ...recording.warnings,
      ...findings.map(({ sentence }) => sentence),
      ...beatNotes({ beats: beats.length, dropped, doubt: options.doubt }),
    ],
  };
}

function beatNotes(
  { beats, dropped, doubt }: { beats: number; dropped: number; doubt: LabelOptions["doubt"] },
): string[] {
  const noise = dropped === 0 ? [] : [
    `${dropped.toLocaleString("en")} peaks do not resemble beats and were discarded as noise.`,
  ];
  if (beats === 0) return [...noise, "No beats found."];
  const few = beats < fewest ? ["There are too few beats for a rhythm: all are uncertain."] : [];
  const sure = doubt
    ? []
    : ["The model's uncertainty was not measured: no beat is marked as uncertain for its class."];
  return [...noise, ...few, ...sure];
}
