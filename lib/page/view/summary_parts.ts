import {
  type BeatsSummary,
  factList,
  formatShare,
  formatTime,
  type LabelledBeat,
} from "lib/annotation/mod.ts";
import { escapeHtml } from "lib/html/mod.ts";
import { aamiClasses } from "lib/beats/mod.ts";

/** The numbers of a recording as terms and their values, in HTML. */
export function factsHtml({ beats, uncertain, rate, longestRr, runs }: BeatsSummary): string {
  const whole = (value: number) => Number.isFinite(value) ? String(Math.round(value)) : "–";
  const runsOf = (letter: string) => runs.filter((run) => run.letter === letter).length;
  const facts: [string, string][] = [
    ["beats", beats.toLocaleString("en")],
    ["uncertain", beats > 0 ? formatShare(uncertain / beats) : "–"],
    ["mean rate", `${whole(rate.mean)} /min`],
    ["lowest to highest", `${whole(rate.lowest)} to ${whole(rate.highest)} /min`],
    ["longest RR", longestRr ? `${longestRr.seconds.toFixed(2)} s` : "–"],
    ["runs of V, of S", `${runsOf("V")}, ${runsOf("S")}`],
  ];
  return factList(facts);
}

/** The kinds of beats that a reader may go through, as options of a list. */
export function kindsHtml({ classes }: Pick<BeatsSummary, "classes">): string {
  const options = classes.filter(({ beats }) => beats > 0).map(({ letter }) => {
    const { label } = aamiClasses.find((one) => one.letter === letter)!;
    return `<option value="${label}">${letter}</option>`;
  });
  return [`<option value="uncertain">uncertain</option>`, ...options].join("");
}

/** Names as options of a list, each with its number as value. */
export function namesHtml(names: readonly string[]): string {
  return names.map((name, i) => `<option value="${i}">${escapeHtml(name)}</option>`).join("");
}

/** The beats by class in one sentence. */
export function countWords({ beats, uncertain, classes }: BeatsSummary): string {
  if (beats === 0) return "No beats found.";
  const counts = classes.map((one) => `${one.letter} ${one.beats.toLocaleString("en")}`);
  return `${beats.toLocaleString("en")} beats: ${counts.join(", ")}; ${
    uncertain.toLocaleString("en")
  } uncertain.`;
}

/** A beat in words, for readers and screen readers. */
export function beatWords(beat: LabelledBeat): string {
  const { letter, name } = aamiClasses[beat.label]!;
  const sure = `${Math.floor(100 * beat.probability)} %`;
  return `${letter} (${name.toLowerCase()}), ${sure}${beat.uncertain ? ", uncertain" : ""}, at ${
    formatTime(beat.time, 1)
  }`;
}
