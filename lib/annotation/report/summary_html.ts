import type { BeatsSummary } from "../summarize_beats.ts";
import { countsHtml } from "./counts_html.ts";
import { factList } from "./fact_list.ts";
import { formatShare } from "./format_share.ts";
import { formatTime } from "./format_time.ts";

const [mostRuns] = [30];

/** The numbers of a report: rates and the longest pause, a table of classes, and the runs of S and V. */
export function summaryHtml(summary: BeatsSummary, { seconds }: { seconds: number }): string {
  if (summary.beats === 0) return `<p class="none">No beats found.</p>`;
  const { beats, uncertain, rate, longestRr } = summary;
  const facts: [string, string][] = [
    ["signal", formatTime(seconds)],
    ["beats", beats.toLocaleString("en")],
    ["mean rate", `${whole(rate.mean)} /min`],
    ["lowest", `${whole(rate.lowest)} /min`],
    ["highest", `${whole(rate.highest)} /min`],
    ["longest RR", longestRr ? `${longestRr.seconds.toFixed(2)} s` : "–"],
    ["uncertain", `${formatShare(uncertain / beats)}`],
  ];
  const where = longestRr
    ? `<p>The longest RR interval begins at ${timeLink(longestRr.time)}. Lowest and highest rate ` +
      `are means of eight successive intervals.</p>`
    : "";
  return `<dl class="facts">${factList(facts)}</dl>\n${where}\n<div class="scroll">${
    countsHtml(summary)
  }</div>\n${runsHtml(summary)}`;
}

function runsHtml({ runs }: BeatsSummary): string {
  if (runs.length === 0) return "<p>No runs of three or more S or V beats.</p>";
  const longest = runs.toSorted((a, b) => b.beats - a.beats || a.time - b.time)
    .slice(0, mostRuns);
  const rows = longest.map(({ letter, time, beats, rate }) =>
    `<tr><th><i class="dot ${letter}"></i>${letter}</th><td>${beats}</td><td>${
      whole(rate)
    }</td><td>${timeLink(time)}</td></tr>`
  );
  const some = runs.length > mostRuns ? `, the longest ${mostRuns} of ${runs.length}` : "";
  return `<details${runs.length <= 5 ? " open" : ""}><summary>Runs of three or more${some} (${
    ["V", "S"].map((letter) => `${runs.filter((run) => run.letter === letter).length} of ${letter}`)
      .join(", ")
  })</summary><div class="scroll"><table><thead><tr><th>class</th><th>beats</th><th>per minute</th>` +
    `<th>begins at</th></tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function timeLink(time: number): string {
  return `<a href="#strip" data-time="${time.toFixed(3)}">${formatTime(time)}</a>`;
}

function whole(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value)) : "–";
}
