import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Element, HTMLCanvasElement, Window } from "happy-dom";
import type { Figure } from "../figure.ts";
import { elementBox, type ElementBoxOptions } from "./element_box.ts";
import type { TextWidth } from "./text_width.ts";

/** The one function of Plotly that we use here: a figure as SVG text. */
export interface PlotlyDrawing {
  toImage(
    figure: Figure,
    options: { format: "svg"; width: number; height: number; imageDataOnly: true },
  ): Promise<string>;
}

/**
 * Loads Plotly into a document without a browser. Takes some 0.6 s: load it once.
 *
 * @param textWidth measures text, which the document cannot.
 */
export async function loadPlotly(textWidth: TextWidth): Promise<PlotlyDrawing> {
  const { Window } = await import("happy-dom");
  const window = new Window({
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
    },
  });
  addLayout(window, textWidth);
  addCanvas(window);
  const require = createRequire(import.meta.url);
  const source = await readFile(require.resolve("plotly.js-dist-min"), "utf8");
  window.eval(source);
  return (window as unknown as { Plotly: PlotlyDrawing }).Plotly;
}

function addLayout(window: Window, textWidth: TextWidth): void {
  const boxOf = (element: Element, options?: ElementBoxOptions) => {
    const { left, top, right, bottom } = elementBox(element, textWidth, options) ??
      { left: 0, top: 0, right: 0, bottom: 0 };
    return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
  };
  Object.assign(window.SVGGraphicsElement.prototype, {
    getBBox(this: Element) {
      return boxOf(this, { untransformed: true });
    },
    getBoundingClientRect(this: Element) {
      return boxOf(this);
    },
  });
  Object.assign(window.SVGTextElement.prototype, {
    getComputedTextLength(this: Element) {
      return boxOf(this).width;
    },
  });
}

/**
 * Gives canvases the few methods by which Plotly draws the cells of a heatmap that has gaps between
 * them; the picture of a canvas is an SVG of the same rectangles.
 */
function addCanvas(window: Window): void {
  const drawings = new WeakMap<HTMLCanvasElement, { fillStyle: string; cells: string[] }>();
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement) {
      const drawing = {
        fillStyle: "",
        cells: [] as string[],
        fillRect(x: number, y: number, width: number, height: number) {
          this.cells.push(
            `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${this.fillStyle}"/>`,
          );
        },
      };
      drawings.set(this, drawing);
      return drawing;
    },
    toDataURL(this: HTMLCanvasElement) {
      const svg =
        `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}">` +
        `${drawings.get(this)?.cells.join("") ?? ""}</svg>`;
      return `data:image/svg+xml;base64,${btoa(svg)}`;
    },
  });
}
