import { recordFrequency } from "lib/beats/mod.ts";
import { chooseLead, inspectLead, type Lead, type Recording } from "lib/recordings/mod.ts";
import { beatsOfPeaks } from "./beats_of_peaks.ts";
import { dropNoise } from "./drop_noise.ts";
import { type LabelOptions, labelRows } from "./label_rows.ts";
import { prepareLead } from "./prepare_lead.ts";

/** Options of {@linkcode annotateRecording}. */
export interface AnnotateOptions extends LabelOptions {
  /** Name of the lead; by default the one that `chooseLead()` takes. */
  lead?: string;
  /** Whether the model was trained on what comes before a beat alone; false by default. */
  causal?: boolean;
}

/** A beat of a recording and what a model says of it. */
export interface LabelledBeat {
  /** Sample number of its R peak in the lead. */
  sample: number;
  /** Seconds from the first sample of the recording. */
  time: number;
  /** The likeliest AAMI class, 0 to 4. */
  label: number;
  /** Probability of that class, 0 to 1, after the temperature. */
  probability: number;
  /** The classes that it may be of, ascending; the likeliest alone where the model has no thresholds. */
  set: number[];
  /** It may be of more classes than one, of none that the model knows, or a part of it or of its rhythm is missing. */
  uncertain: boolean;
}

/** A recording with its beats. */
export interface AnnotatedRecording {
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

/**
 * Finds the beats of a recording and has a model say what they are.
 *
 * A lead is chosen, its R peaks are found, and the rows, the rhythm and the differences that the model is given are
 * made of them as those of annotated records are. Peaks that are not alike, as in noise, are no beats.
 *
 * @throws {Error} where the recording has no lead or not the one that is asked for, or the model wants other inputs.
 * @throws {RangeError} where the lead has less than 50 samples a second.
 */
export function annotateRecording(
  recording: Pick<Recording, "name" | "leads" | "start" | "warnings">,
  options: AnnotateOptions,
): AnnotatedRecording {
  const { lead, index, reason } = chooseLead(recording, { name: options.lead });
  const { peaks, signal, missing } = prepareLead(lead);
  const findings = inspectLead(lead.samples, lead.frequency);
  const ratio = recordFrequency / lead.frequency;
  const even = peaks.map((peak) => Math.min(Math.round(peak * ratio), signal.length - 1));
  const { kept, dropped } = dropNoise(signal, even);
  const own = kept.map((place) => peaks[place]!);
  const rows = beatsOfPeaks(signal, kept.map((place) => even[place]!), options);
  const isCut = cutBeats(own, { missing, length: lead.samples.length, rate: lead.frequency });
  const classes = options.model.outputs[0]!.shape.at(-1)!;
  const beats = labelRows(rows, options).map((label, i): LabelledBeat => ({
    ...label,
    sample: own[i]!,
    time: own[i]! / lead.frequency,
    uncertain: isCut[i]! || label.set.length !== 1 || label.set[0] !== label.label,
  }));
  const lacking = missing.reduce((sum, { first, end }) => sum + end - first, 0);
  return {
    name: recording.name,
    start: recording.start,
    lead,
    leadIndex: index,
    beats,
    classes,
    seconds: (lead.samples.length - lacking) / lead.frequency,
    notes: [
      reason,
      ...recording.warnings,
      ...findings.map(({ sentence }) => sentence),
      ...beatNotes({ beats: beats.length, dropped, doubt: options.doubt }),
    ],
  };
}

/** Whether of each beat or of its rhythm a part is missing: beside a gap, at the end, or among too few others. */
function cutBeats(
  peaks: readonly number[],
  { missing, length, rate }: {
    missing: readonly { first: number; end: number }[];
    length: number;
    rate: number;
  },
): boolean[] {
  const isCut = peaks.map((peak) => peaks.length < 5 || length - peak < 0.4 * rate);
  let gap = 0;
  for (let i = 0; i + 1 < peaks.length; i++) {
    while (gap < missing.length && missing[gap]!.end <= peaks[i]!) gap++;
    if (missing[gap] && missing[gap]!.first < peaks[i + 1]!) isCut[i] = isCut[i + 1] = true;
  }
  return isCut;
}

function beatNotes(
  { beats, dropped, doubt }: { beats: number; dropped: number; doubt: LabelOptions["doubt"] },
): string[] {
  const noise = dropped === 0 ? [] : [
    `${dropped.toLocaleString("en")} peaks are not alike as beats are: they were taken for noise.`,
  ];
  if (beats === 0) return [...noise, "No beats found."];
  const few = beats < 5 ? ["So few beats have no rhythm: all are uncertain."] : [];
  const sure = doubt ? [] : ["The model's doubt was not measured: no beat is marked as uncertain."];
  return [...noise, ...few, ...sure];
}
