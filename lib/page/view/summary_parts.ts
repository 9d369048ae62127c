import { type BeatsSummary, formatTime, type LabelledBeat } from "lib/annotation/mod.ts";
import { escapeHtml } from "lib/html/mod.ts";
import { aamiClasses } from "lib/beats/mod.ts";

/** The numbers of a recording as terms and their values, in HTML. */
export function factsHtml({ beats, uncertain, rate, longestRr, runs }: BeatsSummary): string {
  const whole = (value: number) => Number.isFinite(value) ? String(Math.round(value)) : "–";
  const runsOf = (letter: string) => runs.filter((run) => run.letter === letter).length;
  const facts = [
    ["beats", beats.toLocaleString("en")],
    ["uncertain", beats > 0 ? percent(uncertain / beats) : "–"],
    ["mean rate", `${whole(rate.mean)} /min`],
    ["lowest to highest", `${whole(rate.lowest)} to ${whole(rate.highest)} /min`],
    ["longest RR", longestRr ? `${longestRr.seconds.toFixed(2)} s` : "–"],
    ["runs of V, of S", `${runsOf("V")}, ${runsOf("S")}`],
  ];
  return facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("");
}

/** The table of classes: how many beats there are of each, and how many of these are uncertain. */
export function countsHtml({ classes }: Pick<BeatsSummary, "classes">): string {
  const rows = classes.map(({ letter, beats, burden, uncertain }) => {
    const { name } = aamiClasses.find((one) => one.letter === letter)!;
    return `<tr><th scope="row"><i class="dot ${letter}"></i>${letter}</th><td class="name">${name}</td><td>${
      beats.toLocaleString("en")
    }</td><td>${percent(burden)}</td><td>${uncertain.toLocaleString("en")}</td></tr>`;
  });
  return `<table><caption class="unseen">Beats by class</caption><thead><tr><th scope="col">class</th>` +
    `<th scope="col" class="name">name</th><th scope="col">beats</th><th scope="col">share</th>` +
    `<th scope="col">uncertain</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
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

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 2 : 1)} %`;
}
