import type { Figure } from "../figure.ts";
import { figureWidth } from "../figure_layout.ts";
import { sharedPlotly } from "./shared_plotly.ts";

/** Options of {@linkcode figureSvg}. */
export interface FigureSvgOptions {
  /** Letters and digits that names inside the drawing begin with; no other figure of the same page may have them. */
  id: string;
}

/**
 * Draws a figure as SVG text, without a browser: the same text for the same figure. A trace is a
 * group of the class `trace` and of a class made of "trace", the figure's `id` and its own `uid`, or
 * its place from 0. The first call takes about a second, a later one 0.1 to 0.3 s.
 *
 * @throws {Error} when Plotly cannot draw the figure.
 *
 * @example
 * ```ts
 * import { figureSvg } from "lib/figures/mod.ts";
 *
 * const svg = await figureSvg({ data: [{ y: [1, 3, 2] }], layout: {} }, { id: "beat" });
 * console.assert(svg.startsWith("<svg") && svg.includes("tracebeat0"));
 * ```
 */
export async function figureSvg(figure: Figure, { id }: FigureSvgOptions): Promise<string> {
  const { width = figureWidth, height = 400 } = figure.layout;
  const plotly = await sharedPlotly();
  // Plotly writes its defaults into what it is given.
  const { data, layout } = structuredClone(figure);
  const named = data.map((trace, place) => ({
    ...trace,
    uid: `${id}${(trace as { uid?: string }).uid ?? place}`,
  }));
  const options = { format: "svg", width, height, imageDataOnly: true } as const;
  const svg = await plotly.toImage({ data: named, layout }, options);
  // References inside a figure must not point into another figure of the page.
  const drawn = svg.match(/ id="defs-([0-9a-f]{6})"/)?.[1];
  return drawn
    ? svg.replaceAll(new RegExp(`(id="|#)((?:\\w*-)?[a-z]*)${drawn}`, "g"), `$1$2${id}-`)
    : svg;
}
