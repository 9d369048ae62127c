import { encodePng } from "./encode_png.ts";
import type { Figure } from "../figure.ts";
import { figureWidth } from "../figure_layout.ts";
import type { PlotlyDrawing } from "./plotly_without_browser.ts";
import { fontFile, sharedPlotly } from "./shared_plotly.ts";

/** Options of {@linkcode figurePng}. */
export interface FigurePngOptions {
  /** Width in pixels before scaling; the figure's own by default. */
  width?: number;
  /** Height in pixels before scaling; the figure's own by default. */
  height?: number;
  /** Pixels of the picture to a pixel of the figure; 1 by default. */
  scale?: number;
}

/**
 * Draws a figure as a PNG picture, without a browser and with the project's own font, so that the
 * picture is the same on every machine. The first call takes about a second, a later one 0.1 to 0.3
 * s.
 *
 * @throws {Error} when Plotly cannot draw the figure.
 */
export async function figurePng(
  figure: Figure,
  options: FigurePngOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const {
    width = figure.layout.width ?? figureWidth,
    height = figure.layout.height ?? 400,
    scale = 1,
  } = options;
  drawing ??= loadDrawing();
  const { plotly, rasterize } = await drawing;
  // Plotly writes its defaults into what it is given.
  const copy = structuredClone(figure);
  const svg = await plotly.toImage(copy, { format: "svg", width, height, imageDataOnly: true });
  return rasterize(svg, scale);
}

interface Drawing {
  plotly: PlotlyDrawing;
  rasterize(svg: string, scale: number): Uint8Array<ArrayBuffer>;
}

let drawing: Promise<Drawing> | undefined;

/** Loaded when the first picture is wanted: most programs that make figures want none. */
async function loadDrawing(): Promise<Drawing> {
  const plotly = await sharedPlotly();
  const { Resvg } = await import("@resvg/resvg-js");
  const font = {
    loadSystemFonts: false,
    fontFiles: [fontFile],
    defaultFontFamily: "DejaVu Sans",
    sansSerifFamily: "DejaVu Sans",
  };
  return {
    plotly,
    rasterize(svg, scale) {
      const picture = new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render();
      return encodePng(picture);
    },
  };
}
