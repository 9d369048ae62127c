import type { Layout } from "plotly.js-dist-min";
import { axisSuffix, figureLayout, legendHeight } from "./figure_layout.ts";

/** Sizes in pixels; those of a panel's title are in the gap above it. */
export interface PanelRowsOptions {
  /** Panels beneath each other. */
  rows: number;
  columns: number;
  /** Height of a panel. */
  panel: number;
  /** Lines of a panel's title; 1 by default. */
  titleLines?: number;
  /** Room between two columns as a share of both; 0.14 by default. */
  columnGap?: number;
  /** Names in the legend, which stands above the titles of the first row; 0, no legend, by default. */
  names?: number;
  subtitle: string;
}

const lineHeight = 16;
const titleHeight = 66;
const tickHeight = 24;
const below = 56;

/**
 * The layout of a figure with panels of one height in rows and columns, however many rows there are, with room for
 * their titles and for the legend above them.
 */
export function panelRows(title: string, options: PanelRowsOptions): Partial<Layout> {
  const { columns, panel, titleLines = 1, columnGap = 0.14, names = 0, subtitle } = options;
  const rows = Math.max(options.rows, 1);
  const titles = lineHeight * titleLines + 6;
  const gap = titles + tickHeight;
  const above = titleHeight + titles + (names > 0 ? 24 + legendHeight(names) : 0);
  const inner = rows * panel + (rows - 1) * gap;
  const height = above + inner + below - legendHeight(names);
  const layout = figureLayout(title, { height, subtitle, names });
  return {
    ...layout,
    margin: { ...layout.margin, t: above, b: below },
    grid: { rows, columns, pattern: "independent", xgap: columnGap, ygap: gap / (panel + gap) },
    legend: { ...layout.legend, y: 1 + titles / inner },
    showlegend: names > 0,
  };
}

/** Puts names beside the rows of panels, as titles of the first panels' vertical axes. */
export function nameRows(
  layout: Partial<Layout>,
  names: readonly string[],
  { columns }: { columns: number },
): void {
  names.forEach((text, row) => {
    const key = `yaxis${axisSuffix(row * columns)}` as "yaxis";
    layout[key] = { ...layout[key], title: { ...layout[key]?.title, text } };
  });
}
