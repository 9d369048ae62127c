import { type LabelledBeat, noSample, type StripSignal } from "lib/annotation/mod.ts";
import { aamiClasses } from "lib/beats/mod.ts";
import type { BeatExplanation } from "../worker/explain_beat.ts";
import { type ExplainedLabel, explanationSentences } from "./explanation_sentences.ts";
import { beatWords } from "./summary_parts.ts";

/** What an explanation is drawn from. */
export interface ExplainedBeat extends ExplainedLabel {
  signal: StripSignal;
}

const [width, height, pane] = [420, 250, 105];
/** Where the drawing begins and ends within its frame, and what it shows, in seconds from the R peak. */
const [left, right] = [8, 412];
const span = { from: -0.35, to: 0.65 };

/**
 * Why a beat has its label, in HTML: the probabilities of all classes, the beat with what the model looked at, and in
 * sentences what would change its mind.
 */
export function explanationHtml(explained: ExplainedBeat): string {
  const { beat, explanation } = explained;
  const { letter } = aamiClasses[beat.label]!;
  return `<h3>Why ${letter}? <span>${beatWords(beat)}</span></h3>
<div class="columns"><figure>${drawing(explained)}<figcaption>${
    caption(explanation)
  }</figcaption></figure>
<div>${probabilitiesHtml(explanation)}
<ul>${
    explanationSentences(explained).map((sentence) => `<li>${sentence}</li>`).join("")
  }</ul></div></div>`;
}

function caption({ view }: BeatExplanation): string {
  const shaded =
    "The stronger the background colour, the more the signal there affects the score of the class.";
  return view === "difference"
    ? `Top: the lead. Bottom: the model's input, the beat minus the usual beat around it, in units of that beat's ` +
      `height. ${shaded}`
    : `Top: the lead. Bottom: the model's input. ${shaded}`;
}

function probabilitiesHtml({ probabilities }: BeatExplanation): string {
  const rows = probabilities.map((probability, label) => {
    const { letter } = aamiClasses[label]!;
    const share = (100 * probability).toFixed(1);
    return `<tr><th scope="row"><i class="dot ${letter}"></i>${letter}</th><td class="bar"><i class="${letter}" style="width:${share}%"></i></td><td>${share} %</td></tr>`;
  });
  return `<table class="bars"><caption>Probability</caption><tbody>${
    rows.join("")
  }</tbody></table>`;
}

function drawing({ beat, explanation, signal }: ExplainedBeat): string {
  const { letter } = aamiClasses[beat.label]!;
  const { start, step, sizes, values } = explanation;
  const x = (time: number) => left + (time - span.from) / (span.to - span.from) * (right - left);
  const shades = Array.from(sizes, (size, i) => {
    const time = start + (i - 0.5) * step;
    if (size < 0.05 || time < span.from || time > span.to) return "";
    return `<rect x="${x(time).toFixed(1)}" y="0" width="${
      (x(step) - x(0) + 0.15).toFixed(1)
    }" height="${2 * pane + 10}" opacity="${(0.42 * size).toFixed(2)}"/>`;
  }).join("");
  const read = path(Array.from(values), { x: (i) => x(start + i * step), top: pane + 14 });
  const ticks = [-0.2, 0, 0.2, 0.4, 0.6].map((time) =>
    `<text x="${x(time)}" y="${height - 18}" text-anchor="middle">${time}</text>`
  ).join("");
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="The beat, the model's input, and where it looked" class="${letter}"><g class="shades" shape-rendering="crispEdges">${shades}</g><line x1="${
    x(0)
  }" x2="${x(0)}" y1="0" y2="${2 * pane + 10}"/><path d="${
    leadPath(beat, signal, x)
  }"/><path class="own" d="${read}"/>${ticks}<text x="${(left + right) / 2}" y="${
    height - 3
  }">seconds from the R peak</text></svg>`;
}

function leadPath({ time }: LabelledBeat, signal: StripSignal, x: (time: number) => number) {
  const { values, rate } = signal;
  const first = Math.max(0, Math.ceil((time + span.from) * rate));
  const end = Math.min(values.length, Math.floor((time + span.to) * rate) + 1);
  const part = Array.from(values.subarray(first, end), (value) => value === noSample ? NaN : value);
  return path(part, { x: (i) => x((first + i) / rate - time), top: 4 });
}

/** A line through values in a pane, as high as they go; it breaks where one is missing. */
function path(
  values: readonly number[],
  { x, top }: { x(i: number): number; top: number },
): string {
  const known = values.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number) =>
    top + 6 + (high > low ? (high - value) / (high - low) : 0.5) * (pane - 12);
  return values.map((value, i) =>
    Number.isNaN(value)
      ? ""
      : `${i > 0 && !Number.isNaN(values[i - 1]) ? "L" : "M"}${x(i).toFixed(1)} ${
        y(value).toFixed(1)
      }`
  ).join("");
}
