import type { Data, Frame, Layout } from "plotly.js-dist-min";

/** A Plotly figure as plain data: nothing is drawn, shown or saved by making one. */
export interface Figure {
  /** What is drawn: lines, bars, heatmaps. */
  data: Data[];
  /** Where it is drawn: title, axes, size in pixels, colours. */
  layout: Partial<Layout>;
  /** The states that a slider of the figure steps through. */
  frames?: Partial<Frame>[];
}
