import type { ParameterColumn } from "lib/sweeps/mod.ts";
import { escapeHtml } from "lib/html/mod.ts";
import { curveScale, curveSvg, shortNumber } from "./curve_svg.ts";
import type { PageRun } from "./page_run.ts";

/** Options of {@linkcode runsTableHtml}. */
export interface RunsTableHtmlOptions {
  /** What runs are compared by; without it there are no curves and results. */
  metric?: string;
  goal: "minimize" | "maximize";
  /** The parameters, each with one value a run. */
  columns: readonly ParameterColumn[];
}

interface Cell {
  html: string;
  /** What the page's program sorts by, where that is not the text. */
  value?: number | string;
}

/**
 * Runs as the rows of a table: state, time, learning curve, best and last value of the metric, and
 * the parameters that vary. All curves are drawn to one scale. A row has its place as `data-run`.
 */
export function runsTableHtml(runs: readonly PageRun[], options: RunsTableHtmlOptions): string {
  const { metric, goal, columns } = options;
  const grouped = new Set(runs.map(({ group }) => group)).size > 1;
  const timed = runs.some(({ seconds }) => seconds !== undefined);
  const started = runs.some(({ startTime }) => startTime !== undefined);
  const noted = runs.some(({ note }) => note);
  const head = [
    "run",
    ...(grouped ? ["of"] : []),
    ...(started ? ["started"] : []),
    "state",
    ...(timed ? ["time"] : []),
    ...(metric ? [metric, "best", "last", "epochs"] : []),
    ...columns.map(({ name }) => name),
    ...(noted ? ["note"] : []),
  ];
  const curveCell = curveCells(runs, goal);
  const best = bestPlace(runs, goal);
  const rows = runs.map((run, place) => {
    const cells: Cell[] = [
      ...(grouped ? [textCell(run.group)] : []),
      ...(started ? [startCell(run)] : []),
      textCell(run.state),
      ...(timed ? [timeCell(run)] : []),
      ...(metric ? resultCells(run, curveCell(run)) : []),
      ...columns.map((column) => parameterCell(column, place)),
      ...(noted ? [textCell(run.note)] : []),
    ];
    const name = `<th scope="row" data-value="${place}">${escapeHtml(run.run)}</th>`;
    const kind = `${place === best ? "best " : ""}${run.state.replaceAll(" ", "-")}`;
    return `<tr class="${escapeHtml(kind)}" data-run="${place}">${name}${
      cells.map(cellHtml).join("")
    }</tr>`;
  });
  const titles = head.map((title) => `<th scope="col">${escapeHtml(title)}</th>`);
  return `<div class="scroll"><table class="runs">\n<thead><tr>${titles.join("")}</tr></thead>\n` +
    `<tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}

function startCell({ startTime }: PageRun): Cell {
  if (startTime === undefined) return { html: "" };
  const text = new Date(startTime).toISOString().slice(0, 16).replace("T", " ");
  return { html: text, value: text };
}

function timeCell({ seconds }: PageRun): Cell {
  return { html: seconds === undefined ? "" : duration(seconds), value: seconds };
}

function curveCells(runs: readonly PageRun[], goal: "minimize" | "maximize") {
  const scale = curveScale(runs.map(({ metric }) => metric), goal);
  return ({ metric, stoppedEarly }: PageRun): Cell => ({
    html: curveSvg(metric, { scale, goal, stoppedEarly }),
    value: metric.at(-1),
  });
}

function resultCells({ metric, best }: PageRun, curve: Cell): Cell[] {
  const last = metric.at(-1) ?? NaN;
  return [
    curve,
    { html: shortNumber(best), value: best },
    { html: shortNumber(last), value: last },
    { html: metric.length > 0 ? String(metric.length) : "", value: metric.length },
  ];
}

function parameterCell({ levels, values, ordered }: ParameterColumn, place: number): Cell {
  const value = values[place] ?? NaN;
  const text = levels ? levels[value] ?? "" : shortNumber(value);
  return { html: escapeHtml(text), value: ordered ? value : text };
}

function textCell(text = ""): Cell {
  return { html: escapeHtml(text), value: text };
}

function cellHtml({ html, value = "" }: Cell): string {
  const number = typeof value === "number" ? ' class="number"' : "";
  return `<td${number} data-value="${
    escapeHtml(Number.isNaN(value) ? "" : String(value))
  }">${html}</td>`;
}

/** The place of the run with the best result; -1 without any. */
function bestPlace(runs: readonly PageRun[], goal: "minimize" | "maximize"): number {
  const sign = goal === "minimize" ? 1 : -1;
  return runs.reduce((best, { ended, best: value }, place) => {
    if (!ended || !Number.isFinite(value)) return best;
    return best < 0 || sign * value < sign * runs[best]!.best ? place : best;
  }, -1);
}

/** 75 s as `1m15s`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return h > 0 ? `${h}h${two(m)}m` : m > 0 ? `${m}m${two(s)}s` : `${s}s`;
}
