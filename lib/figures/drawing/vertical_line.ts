import type { Shape } from "plotly.js-dist-min";
import { axisSuffix, inks } from "./figure_layout.ts";

/** Options of {@linkcode verticalLine}. */
export interface VerticalLineOptions {
  /** The panel that it stands in; the first by default. */
  panel?: number;
  /** {@linkcode inks} `.mark` by default. */
  color?: string;
  /** Whether it is drawn over the data; below them by default. */
  layer?: "above" | "below";
}

/** A dashed line over the whole height of a panel. */
export function verticalLine(x: number, options: VerticalLineOptions = {}): Partial<Shape> {
  const { panel = 0, color = inks.mark, layer = "below" } = options;
  const suffix = axisSuffix(panel);
  return {
    type: "line",
    layer,
    xref: `x${suffix}` as Shape["xref"],
    yref: `y${suffix} domain` as Shape["yref"],
    x0: x,
    x1: x,
    y0: 0,
    y1: 1,
    line: { color, width: 1, dash: "dash" },
  };
}
