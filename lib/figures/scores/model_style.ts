import type { Dash } from "plotly.js-dist-min";

/** How one of several models is drawn. */
export interface ModelStyle {
  color: string;
  /** For readers who cannot distinguish the colours. */
  symbol:
    | "circle"
    | "diamond"
    | "square"
    | "triangle-up"
    | "cross"
    | "star"
    | "triangle-down"
    | "pentagon"
    | "x";
  dash: Dash;
}

/** No colour is that of a class, so that a model is not taken for a class. */
const styles: readonly ModelStyle[] = [
  { color: "#1e293b", symbol: "circle", dash: "solid" },
  { color: "#7c3aed", symbol: "diamond", dash: "dash" },
  { color: "#0ea5b7", symbol: "square", dash: "dot" },
  { color: "#a16207", symbol: "triangle-up", dash: "dashdot" },
  { color: "#9ca3af", symbol: "cross", dash: "longdash" },
  { color: "#dc2626", symbol: "star", dash: "longdashdot" },
  { color: "#84cc16", symbol: "triangle-down", dash: "solid" },
  { color: "#f472b6", symbol: "pentagon", dash: "dash" },
  { color: "#713f12", symbol: "x", dash: "dot" },
];

/** The style of the n-th model of a figure, from 0; beyond the ninth they come again. */
export function modelStyle(index: number): ModelStyle {
  return styles[index % styles.length]!;
}
