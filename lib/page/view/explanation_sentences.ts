import type { LabelledBeat } from "lib/annotation/mod.ts";
import { aamiClasses } from "lib/beats/mod.ts";
import type { BeatExplanation } from "../worker/explain_beat.ts";

/** A change of the probability that is worth telling. */
const noteworthy = 0.1;

/** What sentences are made of. */
export interface ExplainedLabel {
  beat: LabelledBeat;
  explanation: BeatExplanation;
  /** Classes that count as one in the model's doubt. */
  groups?: readonly (readonly number[])[];
}

/** In sentences: what decided a beat's label, where the model looked, and why it is uncertain. */
export function explanationSentences({ beat, explanation, groups }: ExplainedLabel): string[] {
  return [
    ...decidedBy(beat, explanation),
    lookedAt(explanation),
    doubtOf(beat, groups),
  ];
}

/** What the probability of the beat's class would be with another rhythm or shape. */
function decidedBy(
  { label }: LabelledBeat,
  { probabilities, evenRhythm, usualShape }: BeatExplanation,
): string[] {
  const own = probabilities[label]!;
  const { letter } = aamiClasses[label]!;
  const tried = [
    { what: "shape", instead: "the usual shape of the beats around it", then: usualShape },
    { what: "rhythm", instead: "an even rhythm", then: evenRhythm },
  ].filter((one): one is typeof one & { then: number } => one.then !== undefined)
    .sort((a, b) => a.then - b.then);
  if (tried.length === 0) return [];
  const changes = tried.filter(({ then }) => Math.abs(own - then) >= noteworthy);
  if (changes.length === 0) {
    const both = tried.map(({ what }) => what).join(" nor its ");
    const others = tried.map(({ instead, then }) =>
      `with ${instead}, the probability of ${letter} would be ${percent(then)}`
    );
    return [`Neither its ${both} alone is decisive: ${others.join("; ")}.`];
  }
  return changes.map(({ what, instead, then }) =>
    `Its ${what} is evidence ${
      then < own ? "for" : "against"
    } ${letter}: with ${instead}, the probability of ${letter} would be ${
      percent(then)
    } instead of ${percent(own)}.`
  );
}

/** The stretch of the signal, seen through a window of 40 ms, that is at least half as salient as the most salient. */
function lookedAt({ sizes, start, step }: BeatExplanation): string {
  const side = Math.round(0.02 / step);
  const means = Array.from(sizes, (_, i) => {
    const window = sizes.subarray(Math.max(0, i - side), i + side + 1);
    return window.reduce((sum, size) => sum + size, 0) / window.length;
  });
  const most = Math.max(...means);
  let [first, last] = [means.indexOf(most), means.indexOf(most)];
  while (first > 0 && means[first - 1]! >= most / 2) first--;
  while (last < means.length - 1 && means[last + 1]! >= most / 2) last++;
  const [from, to] = [start + first * step, start + last * step];
  return `Its class score is most sensitive to the signal from ${stretch(from, to)} the R peak.`;
}

function stretch(from: number, to: number): string {
  const [first, last] = [from, to].map((time) => `${Math.abs(time).toFixed(2)} s`);
  if (from >= 0) return `${first} to ${last} after`;
  return to < 0 ? `${first} to ${last} before` : `${first} before to ${last} after`;
}

function doubtOf(
  { label, set, uncertain }: LabelledBeat,
  groups: ExplainedLabel["groups"] = [],
): string {
  const letters = (labels: readonly number[], word: string) =>
    labels.map((one) => aamiClasses[one]!.letter).join(word);
  const group = groups.find((one) => one.length > 1 && one.includes(label));
  const asOne = group ? ` (${letters(group, " and ")} count as one class here)` : "";
  if (!uncertain) return `It is not uncertain: no other class is probable enough${asOne}.`;
  const others = set.filter((one) => one !== label);
  return others.length > 0
    ? `It is uncertain: it may also be ${letters(others, " or ")}${asOne}.`
    : "It is uncertain: part of it or of its rhythm is missing, because of an edge, a gap or noise.";
}

/** With a space that no line breaks at. */
function percent(share: number): string {
  return `${Math.floor(100 * share)}\u00a0%`;
}
