/// <reference lib="dom" />
import { aamiClasses } from "lib/beats/mod.ts";
import { formatTime } from "lib/annotation/mod.ts";
import type { StripRange } from "./strip_range.ts";

/** What is drawn on, in CSS pixels. */
export interface CanvasFrame {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  ink: Inks;
}

/** The page's colours, light or dark. */
export interface Inks {
  paper: string;
  text: string;
  muted: string;
  line: string;
  link: string;
  grid: string;
  gridSoft: string;
  /** In label order. */
  classes: string[];
}

/** An empty canvas in the size of its place. */
export function canvasFrame(canvas: HTMLCanvasElement): CanvasFrame {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const dots = devicePixelRatio || 1;
  canvas.width = Math.round(width * dots);
  canvas.height = Math.round(height * dots);
  const context = canvas.getContext("2d")!;
  context.setTransform(dots, 0, 0, dots, 0, 0);
  context.font = "12px system-ui, sans-serif";
  return { context, width, height, ink: inks() };
}

function inks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const [paper, text, muted, line, link, grid, gridSoft] = [
    "paper",
    "text",
    "muted",
    "line",
    "link",
    "grid",
    "grid-soft",
  ].map(color) as [string, string, string, string, string, string, string];
  const classes = aamiClasses.map(({ letter }) => color(letter));
  return { paper, text, muted, line, link, grid, gridSoft, classes };
}

/** Seconds between two times that are written, from the finest. */
const steps = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 43200, 86400];

/** Writes times along a line, at round seconds, minutes or hours. */
export function drawTimes(
  { context, width, ink }: CanvasFrame,
  { from, span }: StripRange,
  y: number,
): void {
  const step = steps.find((seconds) => seconds / span * width >= 70) ?? steps.at(-1)!;
  context.fillStyle = ink.muted;
  context.textAlign = "center";
  for (let i = Math.ceil(from / step); i * step <= from + span; i++) {
    const x = (i * step - from) / span * width;
    if (x > 24 && x < width - 24) context.fillText(formatTime(i * step), x, y);
  }
  context.textAlign = "start";
}
