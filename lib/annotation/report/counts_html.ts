import { aamiClasses } from "lib/beats/mod.ts";
import type { BeatsSummary } from "../summarize_beats.ts";
import { formatShare } from "./format_share.ts";

/** The table of classes: how many beats there are of each, and how many of these are uncertain. */
export function countsHtml({ classes }: Pick<BeatsSummary, "classes">): string {
  const rows = classes.map(({ letter, beats, burden, uncertain }) => {
    const { name } = aamiClasses.find((one) => one.letter === letter)!;
    return `<tr><th scope="row"><i class="dot ${letter}"></i>${letter}</th><td class="name">${name}</td><td>${
      beats.toLocaleString("en")
    }</td><td>${formatShare(burden)}</td><td>${uncertain.toLocaleString("en")}</td></tr>`;
  });
  return `<table><caption class="unseen">Beats by class</caption><thead><tr><th scope="col">class</th>` +
    `<th scope="col" class="name">name</th><th scope="col">beats</th><th scope="col">share</th>` +
    `<th scope="col">uncertain</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
