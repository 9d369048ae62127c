import { readFileSync } from "node:fs";
import { join } from "node:path";
import { figureSvg } from "lib/figures/mod.ts";
import { baseStyle, escapeHtml, htmlPage, timeHtml } from "lib/html/mod.ts";
import type { PageRun } from "./page_run.ts";
import { type NamedFigure, runsFigures, type RunsFiguresOptions } from "./runs_figures.ts";
import { runsTableHtml } from "./runs_table_html.ts";
import { themedSvgs } from "./themed_svgs.ts";

export type { PageRun } from "./page_run.ts";

/** What a page of runs says beside them. */
export interface RunsPageOptions extends Omit<RunsFiguresOptions, "metric"> {
  /** What runs are compared by; without it there are no figures. */
  metric?: string;
  /** Title of the page. */
  title: string;
  /** How far the runs are, in a line. */
  summary: string;
  /** More lines, with what stands in them between backticks as code. */
  notes?: readonly string[];
  /** Seconds after which the page loads itself again; without it it does not. */
  reload?: number;
  /** When it was written; now by default. */
  written?: Date;
}

const labels: Record<string, string> = {
  best: "Best so far",
  parameters: "Parameters and results",
  importance: "What each parameter says",
  curves: "Learning curves",
};

/**
 * Runs as one page that needs no other file, no server and no network: the figures of
 * {@linkcode runsFigures} as drawings and a table of the runs with their learning curves, for light
 * and dark paper.
 *
 * @param runs in the order of their starts.
 * @returns the HTML, some 0.3 MB for 40 runs of 30 epochs.
 *
 * @example
 * ```ts
 * import { runsPage } from "lib/site/mod.ts";
 *
 * const html = await runsPage([], {
 *   title: "cnn",
 *   summary: "0 of 40 runs",
 *   metric: "val_loss",
 *   goal: "minimize",
 *   columns: [],
 *   reload: 10,
 * });
 * console.assert(html.includes("No run has a result yet."));
 * ```
 */
export async function runsPage(
  runs: readonly PageRun[],
  options: RunsPageOptions,
): Promise<string> {
  const { title, summary, notes = [], metric, written = new Date(), reload } = options;
  const figures = metric ? runsFigures(runs, { ...options, metric }) : [];
  const { drawings, style } = await drawFigures(figures, runs);
  const none = metric && figures.length === 0 ? ["<p>No run has a result yet.</p>"] : [];
  const head = reload === undefined ? "" : reloadHtml(reload);
  return htmlPage({
    title,
    head: `${head}<style>
${baseStyle()}
${asset("../site.css")}
${asset("runs.css")}
${style}
</style>`,
    body: `<main>
<h1>${escapeHtml(title)}</h1>
<p class="summary">${escapeHtml(summary)}</p>
${notes.map(noteHtml).join("\n")}
<p class="written">Written ${timeHtml(written)}${
      reload === undefined ? "." : "; the page follows the runs by itself."
    }</p>
<div class="figures">
${[...drawings, ...none].join("\n")}
</div>
<h2>Runs</h2>
${runsTableHtml(runs, options)}
</main>
<script>
${asset("runs.js")}
</script>`,
  });
}

/** Without programs the page comes back all the same, only less gently. */
function reloadHtml(seconds: number): string {
  return `<meta name="reload" content="${seconds}">\n` +
    `<noscript><meta http-equiv="refresh" content="${seconds}"></noscript>\n`;
}

async function drawFigures(
  figures: readonly NamedFigure[],
  runs: readonly PageRun[],
): Promise<{ drawings: string[]; style: string }> {
  const drawn: string[] = [];
  for (const { id, figure } of figures) drawn.push(await figureSvg(figure, { id }));
  const { svgs, style } = themedSvgs(drawn);
  const drawings = svgs.map((svg, index) => {
    const { id } = figures[index]!;
    const label = escapeHtml(labels[id] ?? id);
    const linked = linkRuns(svg, runs).replace("<svg ", `<svg role="img" aria-label="${label}" `);
    return `<figure id="${id}"><div class="paper">${linked}</div></figure>`;
  });
  return { drawings, style };
}

/** Lines of single runs get what links them with the rows of the table, and their names. */
function linkRuns(svg: string, runs: readonly PageRun[]): string {
  return svg.replaceAll(
    /class="trace scatter traceparametersr(\d+)"([^>]*)>/g,
    (_, place, rest) =>
      `class="run" data-run="${place}"${rest}><title>${
        escapeHtml(runs[Number(place)]?.run ?? "")
      }</title>`,
  );
}

function noteHtml(text: string): string {
  return `<p class="note">${
    text.split("`").map((part, index) =>
      index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)
    ).join("")
  }</p>`;
}

function asset(name: string): string {
  return readFileSync(join(import.meta.dirname!, name), "utf8").trimEnd();
}
