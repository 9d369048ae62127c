import { doubtNotes } from "lib/annotation/mod.ts";
import { escapeHtml } from "lib/html/mod.ts";
import { aamiClasses } from "lib/beats/mod.ts";
import type { ModelMetrics } from "lib/evaluation/mod.ts";
import type { PageModel } from "./build_page.ts";

type ModelFacts = Pick<PageModel, "name" | "trainedOn" | "commit" | "metrics" | "doubt">;

/** A model in one line: its name, its score by patient where it has one, and the commit that trained it. */
export function modelSummary({ name, metrics, commit }: ModelFacts): string {
  const score = metrics?.patients
    ? `, macro-F1 ${metrics.patients.scores.macroF1.toFixed(3)} by patient`
    : "";
  return `${name}${score}${commit ? `, commit ${commit}` : ""}`;
}

/** What is known of a model: what it was trained on, how well it does on unseen patients, what its doubt promises. */
export function modelHtml({ trainedOn, metrics, doubt }: ModelFacts): string {
  const paragraphs = [
    trainedOn,
    ...(metrics ? [scoredOn(metrics)] : ["It was not scored."]),
  ].map((text) => `<p>${escapeHtml(text)}</p>`);
  const promised = doubt
    ? [`<p>${escapeHtml(doubtNotes(doubt).join(" "))}</p>`]
    : ["<p>Its uncertainty was not measured: no beat is marked as uncertain for its class.</p>"];
  return [...paragraphs, ...(metrics ? [scoresTable(metrics)] : []), ...promised].join("\n");
}

function scoredOn({ patients, split, rows, source }: ModelMetrics): string {
  const beats = (patients?.scores.beats ?? rows).toLocaleString("en");
  const whom = patients ? "of patients whom it had not seen" : "of patients whom it was trained on";
  return `Scored on ${beats} beats ${whom}, annotated by cardiologists (${source.name}, ${split}):`;
}

/** By patient with intervals where they were measured, else the scores of rows. */
function scoresTable({ patients, classes }: ModelMetrics): string {
  const rows = patients
    ? patients.scores.classes.map(({ letter, sensitivity, positivePredictivity, f1, beats }) => {
      const { low, high } = patients.intervals.f1[letter] ?? {};
      // Not there in old files; NaN, in a file null, of one patient alone.
      const interval = Number.isFinite(low) ? `${low!.toFixed(3)} to ${high!.toFixed(3)}` : "–";
      return { letter, numbers: [sensitivity, positivePredictivity, f1], interval, beats };
    })
    : classes.map(({ letter, recall, precision, f1, support }) => ({
      letter,
      numbers: [recall, precision, f1],
      interval: "–",
      beats: support,
    }));
  const lines = rows.map(({ letter, numbers, interval, beats }) => {
    const { name } = aamiClasses.find((one) => one.letter === letter)!;
    const cells = [
      ...numbers.map((value) => value.toFixed(3)),
      interval,
      beats.toLocaleString("en"),
    ];
    return `<tr><th scope="row"><i class="dot ${letter}"></i>${letter}</th><td class="name">${name}</td>${
      cells.map((cell) => `<td>${cell}</td>`).join("")
    }</tr>`;
  });
  const heads = [
    `<abbr title="sensitivity">Se</abbr>`,
    `<abbr title="positive predictivity">+P</abbr>`,
    "F1",
    "95 % interval",
    "beats",
  ];
  return `<div class="scroll"><table><caption>Sensitivity (Se), positive predictivity (+P) and F1 by class</caption><thead><tr><th scope="col">class</th>` +
    `<th class="name"></th>${
      heads.map((head) => `<th scope="col">${head}</th>`).join("")
    }</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}
