import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aamiClasses } from "lib/beats/mod.ts";
import type { Doubt } from "lib/evaluation/mod.ts";
import { escapeHtml, htmlPage, timeHtml } from "lib/html/mod.ts";
import type { AnnotatedRecording, LabelledBeat } from "../annotate_recording.ts";
import { summarizeBeats } from "../summarize_beats.ts";
import { beatSvg } from "./beat_svg.ts";
import { leastCertain, someOfClass } from "./choose_beats.ts";
import { doubtNotes } from "./doubt_notes.ts";
import { formatTime } from "./format_time.ts";
import { packIntegers } from "./pack_integers.ts";
import { reportStyle } from "./report_style.ts";
import { stripSignal } from "./strip_signal.ts";
import { summaryHtml } from "./summary_html.ts";

/** What a report says beside the recording. */
export interface ReportOptions {
  /** Name of the model, and a sentence of what it was trained on. */
  model: { name: string; trainedOn?: string };
  /** What its sets promise. */
  doubt?: Pick<Doubt, "coverage"> & Partial<Pick<Doubt, "groups">>;
  /** When it was written; now by default. */
  written?: Date;
}

/** Beats in a gallery at most. */
const shown = 24;

/**
 * An annotated recording as one page that needs no other file, no server and no network: numbers, the whole lead as a
 * strip to zoom in with its beats, the tachogram, and drawings of single beats. For light and dark paper.
 *
 * @returns the HTML: some 0.5 MB for half an hour, 15 MB for a day.
 */
export async function reportPage(
  recording: AnnotatedRecording,
  options: ReportOptions,
): Promise<string> {
  const { name, start, lead, beats, seconds, notes } = recording;
  const { written = new Date(), model } = options;
  const duration = formatTime(lead.samples.length / lead.frequency);
  const begun = start === undefined ? "" : `, started ${start}`;
  return htmlPage({
    title: `${name}: beats`,
    head: `<style>
${reportStyle()}
</style>`,
    body: `<main>
<h1>${escapeHtml(name)}</h1>
<p class="summary">${escapeHtml(`${duration} at ${lead.frequency} Hz${begun}`)}</p>
<blockquote>This is not a diagnosis, and this program is not a medical device: a model assigned the labels, for a patient
whom it has not seen, and many are wrong.</blockquote>
${summaryHtml(summarizeBeats(recording), { seconds })}
${await stripHtml(recording)}
${galleriesHtml(recording)}
<h2>How it was made</h2>
<ul class="notes">
${[...notes, ...modelNotes(options)].map((note) => `<li>${escapeHtml(note)}</li>`).join("\n")}
</ul>
<p class="written">Model ${escapeHtml(model.name)}; written ${timeHtml(written)}.</p>
</main>
${beats.length > 0 ? `<script>\n${asset("report.js")}\n</script>` : ""}`,
  });
}

function modelNotes({ model, doubt }: ReportOptions): string[] {
  const trainedOn = model.trainedOn === undefined ? [] : [model.trainedOn];
  return doubt ? [...trainedOn, ...doubtNotes(doubt)] : trainedOn;
}

/** The canvases of strip and tachogram, and their data. */
async function stripHtml({ lead, beats }: AnnotatedRecording): Promise<string> {
  if (beats.length === 0) return "";
  const { rate, step, values, reach } = stripSignal(lead);
  const at = Int32Array.from(beats, ({ time }) => Math.round(time * rate));
  const labels = Int16Array.from(beats, ({ label, uncertain }) => label + (uncertain ? 8 : 0));
  const sureness = Int16Array.from(beats, ({ probability }) => Math.floor(100 * probability));
  const breaks = Int16Array.from(beats, ({ rr }) => Number.isNaN(rr) ? 1 : 0);
  const facts = { rate, step, reach, unit: lead.unit, lead: lead.name };
  const data: [string, string][] = [
    ["signal", await packIntegers(values)],
    ["at", await packIntegers(at)],
    ["labels", await packIntegers(labels)],
    ["sureness", await packIntegers(sureness)],
    ["breaks", await packIntegers(breaks)],
  ];
  return `<h2 id="strip">The whole recording</h2>
<p>Top: the time between beats. Bottom: lead ${
    escapeHtml(lead.name)
  }. Drag either; zoom with two fingers, the
wheel or the buttons.</p>
<p class="legend">${legend(beats)}</p>
<canvas id="tachogram" role="img" aria-label="RR intervals over time"></canvas>
<canvas id="signal" tabindex="0" role="img" aria-label="The signal with its beats"></canvas>
<div class="tools">
<button data-do="earlier" aria-label="earlier">←</button><button data-do="later" aria-label="later">→</button>
<button data-do="in" aria-label="zoom in">+</button><button data-do="out" aria-label="zoom out">−</button>
<button data-do="all">all</button>
<label>next <select id="kind"><option value="uncertain">uncertain</option>${
    aamiClasses.map(({ letter, label }) => `<option value="${label}">${letter}</option>`).join("")
  }</select></label><button data-do="previous" aria-label="previous">‹</button><button data-do="next"
aria-label="next">›</button>
<output id="where"></output>
</div>
<noscript>The strip needs scripts.</noscript>
<script type="application/json" id="facts">${
    JSON.stringify(facts).replaceAll("<", "\\u003c")
  }</script>
${
    data.map(([id, text]) =>
      `<script type="application/octet-stream" id="data-${id}">${text}</script>`
    ).join("\n")
  }`;
}

function legend(beats: readonly LabelledBeat[]): string {
  const there = aamiClasses.filter(({ label }) => beats.some((beat) => beat.label === label));
  return there.map(({ letter, name }) =>
    `<span><i class="dot ${letter}"></i>${letter} ${name.toLowerCase()}</span>`
  ).join(" ") + ` <span><i class="dot ring"></i>uncertain</span>`;
}

function galleriesHtml({ lead, beats }: AnnotatedRecording): string {
  if (beats.length === 0) return "";
  const { reach } = stripSignal({ ...lead, samples: lead.samples.subarray(0, 600_000) });
  const gallery = (title: string, some: readonly LabelledBeat[], all: number) => {
    if (some.length === 0) return "";
    const of = some.length < all ? `: ${some.length} of ${all.toLocaleString("en")}` : ` (${all})`;
    const drawings = some.map((beat) => beatSvg(lead, beat, { reach: 1.1 * reach })).join("\n");
    return `<h2>${title}${of}</h2>\n<div class="gallery">\n${drawings}\n</div>`;
  };
  const doubtful = leastCertain(beats, { count: Infinity }).length;
  return [
    gallery("The least certain beats", leastCertain(beats, { count: shown }), doubtful),
    ...[2, 1, 3].map((label) => {
      const all = beats.filter((beat) => beat.label === label).length;
      const { letter, name } = aamiClasses[label]!;
      return gallery(`${letter}: ${name}`, someOfClass(beats, { label, count: shown }), all);
    }),
  ].filter(Boolean).join("\n");
}

function asset(name: string): string {
  return readFileSync(join(import.meta.dirname!, name), "utf8").trimEnd();
}
