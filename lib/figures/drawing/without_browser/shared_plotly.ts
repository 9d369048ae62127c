import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { loadPlotly, type PlotlyDrawing } from "./plotly_without_browser.ts";
import { readTextWidth } from "./text_width.ts";

/** The project's own font, by which texts are measured and drawn. */
export const fontFile = createRequire(import.meta.url).resolve(
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
);

let plotly: Promise<PlotlyDrawing> | undefined;

/** Plotly without a browser, loaded when the first drawing is wanted: most programs want none. */
export function sharedPlotly(): Promise<PlotlyDrawing> {
  return plotly ??= readFile(fontFile).then((font) => loadPlotly(readTextWidth(font)));
}
