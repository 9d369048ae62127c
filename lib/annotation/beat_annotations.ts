import { aamiClasses } from "lib/beats/mod.ts";
import type { Annotation } from "lib/wfdb/mod.ts";
import type { AnnotatedRecording } from "./annotate_recording.ts";

/**
 * The beats of a recording as WFDB annotations, which `encodeAnnotations()` makes a file of: the symbols N, S, V, F and
 * Q, with the classes that an uncertain beat may be of as its auxiliary text, such as `"uncertain: N S"`.
 *
 * The first annotation is a note that tells the rate, so that the file is read right without the recording.
 */
export function beatAnnotations(
  { lead, leadIndex, beats }: Pick<AnnotatedRecording, "lead" | "leadIndex" | "beats">,
): Annotation[] {
  const plain = { subtype: 0, channel: 0, number: 0, auxiliary: "" };
  const resolution = `## time resolution: ${lead.frequency}`;
  const note = { ...plain, sample: 0, symbol: '"', auxiliary: resolution };
  const channel = Math.min(leadIndex, 255);
  return [
    note,
    ...beats.map(({ sample, label, set, uncertain }) => ({
      ...plain,
      sample,
      symbol: letterOf(label),
      channel,
      auxiliary: uncertain ? ["uncertain:", ...possible(label, set)].join(" ") : "",
    })),
  ];
}

/** The letters of the classes that a beat may be of, the likeliest first. */
export function possible(label: number, set: readonly number[]): string[] {
  return [label, ...set.filter((one) => one !== label)].map(letterOf);
}

function letterOf(label: number): string {
  return aamiClasses[label]!.letter;
}
