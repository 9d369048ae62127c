import type { Annotation, Layout, LayoutAxis } from "plotly.js-dist-min";

/** Colours of what stands around the data, and of data that belongs to no class. */
export const inks = {
  text: "#1f2933",
  muted: "#5f6b7a",
  mark: "#8a94a3",
  grid: "#e4e7eb",
  paper: "#ffffff",
  signal: "#334155",
  train: "#0b5fa5",
  validation: "#c2410c",
} as const;

/** The width of a figure in pixels. */
export const figureWidth = 760;

// Verdana is drawn from the same design as DejaVu Sans, which few systems but Linux have.
const fontFamily = "DejaVu Sans, Verdana, sans-serif";

/** Options of {@linkcode figureLayout}. */
export interface FigureLayoutOptions {
  /** Height of the whole figure in pixels; 400 by default. */
  height?: number;
  /** Width of the whole figure in pixels; {@linkcode figureWidth} by default. */
  width?: number;
  /** A smaller line beneath the title. */
  subtitle?: string;
  /** Names in the legend: more than three get lines of their own, by which the figure grows. */
  names?: number;
}

/**
 * The look that all figures share: fonts, sizes, white paper (in a dark theme too), the title at
 * the top left with room for a line beneath it. A figure adds its axes to it.
 *
 * @example
 * ```ts
 * import { axis, figureLayout } from "lib/figures/mod.ts";
 *
 * const layout = { ...figureLayout("Two beats"), xaxis: axis("time in s") };
 * ```
 */
export function figureLayout(title: string, options: FigureLayoutOptions = {}): Partial<Layout> {
  const { width = figureWidth, subtitle = "", names = 0 } = options;
  const legend = legendHeight(names);
  const height = (options.height ?? 400) + legend;
  return {
    title: {
      text: title,
      subtitle: { text: subtitle, font: { size: 12, color: inks.muted } },
      font: { size: 16, color: inks.text },
      x: 16 / width,
      xanchor: "left",
      y: 1 - 30 / height,
      yanchor: "bottom",
    },
    font: { family: fontFamily, size: 12, color: inks.text },
    hoverlabel: { font: { family: fontFamily, size: 12 } },
    width,
    height,
    margin: { l: 64, r: 24, t: 84 + legend, b: 56 },
    paper_bgcolor: inks.paper,
    plot_bgcolor: inks.paper,
    legend: {
      orientation: "h",
      ...(legend > 0 ? { x: 0, xanchor: "left" } : { x: 1, xanchor: "right" }),
      y: 1.02,
      yanchor: "bottom",
    },
  };
}

/** Pixels that a legend of so many names needs beneath the subtitle; up to three stand beside it. */
export function legendHeight(names: number): number {
  return names > 3 ? 20 * Math.ceil(names / 4) : 0;
}

/**
 * An axis in the shared look. The title names the quantity and its unit, for instance "time in s".
 */
export function axis(title: string, options: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  return {
    title: { text: title, font: { size: 12 }, standoff: 8 },
    gridcolor: inks.grid,
    linecolor: inks.mark,
    showline: true,
    zeroline: false,
    ticks: "outside",
    ticklen: 4,
    tickcolor: inks.mark,
    automargin: true,
    ...options,
  };
}

/** A title above one panel of a figure with several; `panel` counts from 0, row by row. */
export function panelTitle(text: string, panel: number): Partial<Annotation> {
  const suffix = axisSuffix(panel);
  return {
    text,
    xref: `x${suffix} domain` as Annotation["xref"],
    yref: `y${suffix} domain` as Annotation["yref"],
    x: 0,
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    align: "left",
    showarrow: false,
    font: { size: 11, color: inks.text },
  };
}

/** What Plotly puts after "x" and "y" to name the axes of a panel: nothing, "2", "3". */
export function axisSuffix(panel: number): string {
  return panel === 0 ? "" : String(panel + 1);
}
