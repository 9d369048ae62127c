import { type LabelledBeat, noSample, type StripSignal } from "lib/annotation/mod.ts";
import { type CanvasFrame, drawTimes } from "./canvas_frame.ts";
import { drawLetters } from "./draw_letters.ts";
import type { StripRange } from "./strip_range.ts";

/** What a strip shows. */
export interface StripOptions {
  signal: StripSignal;
  unit: string;
  range: StripRange;
  /** Those in the range, in order of time, and the number of the first among all. */
  beats: readonly LabelledBeat[];
  first: number;
  /** Number of the beat that is chosen; -1 for none. */
  chosen: number;
}

/** Draws a part of a lead on ECG paper with the letters of its beats; uncertain ones have a dashed ring. */
export function drawStrip(frame: CanvasFrame, options: StripOptions): void {
  const { context, width, height, ink } = frame;
  const { signal: { step, rate, middle, low, high }, range } = options;
  const [top, bottom] = [44, height - 30];
  const perUnit = (bottom - top) / (high - low || 1);
  const x = (time: number) => (time - range.from) / range.span * width;
  const y = (value: number) => top + (high - middle - value * step) * perUnit;
  const axes = { x, y };
  drawPaper(frame, options, axes);
  drawChosen(frame, options, axes);
  context.strokeStyle = ink.text;
  context.lineWidth = 1.2;
  context.lineJoin = "round";
  context.beginPath();
  if (range.span * rate / width > 3) traceEnvelope(frame, options, axes);
  else traceLine(frame, options, axes);
  context.stroke();
  drawLetters(frame, options, axes);
  drawTimes(frame, range, height - 7);
}

/** Where things are on the canvas. */
export interface StripAxes {
  x(time: number): number;
  /** Of a value of the strip's signal. */
  y(value: number): number;
}

/** Paper at 25 mm a second: .2 s and .5 mV, and the fifth of each where there is room. */
function drawPaper(
  { context, width, height, ink }: CanvasFrame,
  { signal: { step, middle, low, high }, unit, range }: StripOptions,
  { x, y }: StripAxes,
): void {
  if (range.span > 30) return;
  for (const [size, color] of [[0.04, ink.gridSoft], [0.2, ink.grid]] as const) {
    if (size / range.span * width < 4) continue;
    context.fillStyle = color;
    for (let i = Math.ceil(range.from / size); i * size < range.from + range.span; i++) {
      context.fillRect(x(i * size), 0, 1, height);
    }
    if (unit !== "mV" || y(0) - y(2.5 * size / step) < 3) continue;
    // Lines are multiples of the size, also in a lead that is not about 0.
    const beyond = 0.3 * (high - low);
    for (let i = Math.ceil((low - beyond) / (2.5 * size)); i * 2.5 * size < high + beyond; i++) {
      context.fillRect(0, y((i * 2.5 * size - middle) / step), width, 1);
    }
  }
}

function drawChosen(
  { context, height, ink }: CanvasFrame,
  { beats, first, chosen }: StripOptions,
  { x }: StripAxes,
): void {
  const beat = beats[chosen - first];
  if (!beat) return;
  const [left, right] = [x(beat.time - 0.1), x(beat.time + 0.3)];
  context.fillStyle = ink.classes[beat.label]!;
  context.globalAlpha = 0.16;
  context.fillRect(left, 0, Math.max(right - left, 3), height);
  context.globalAlpha = 1;
}

function traceLine(
  { context }: CanvasFrame,
  { signal: { values, rate }, range }: StripOptions,
  { x, y }: StripAxes,
): void {
  const first = Math.max(0, Math.floor(range.from * rate) - 1);
  const end = Math.min(values.length, Math.ceil((range.from + range.span) * rate) + 2);
  let isDown = false;
  for (let i = first; i < end; i++) {
    const isThere = values[i] !== noSample;
    if (isThere && isDown) context.lineTo(x(i / rate), y(values[i]!));
    else if (isThere) context.moveTo(x(i / rate), y(values[i]!));
    isDown = isThere;
  }
}

/** Least and greatest value of each pixel's samples; of a few of them where they are very many. */
function traceEnvelope(
  { context, width }: CanvasFrame,
  { signal: { values, rate }, range }: StripOptions,
  { y }: StripAxes,
): void {
  const perPixel = range.span * rate / width;
  const stride = Math.max(1, Math.floor(perPixel / 400));
  for (let pixel = 0; pixel < width; pixel++) {
    const first = Math.floor(range.from * rate + pixel * perPixel);
    const end = Math.min(values.length, Math.ceil(first + perPixel) + 1);
    let [low, high] = [Infinity, -Infinity];
    for (let i = first; i < end; i += stride) {
      const value = values[i]!;
      if (value === noSample) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low > high) continue;
    context.moveTo(pixel + 0.5, y(low) + 0.5);
    context.lineTo(pixel + 0.5, y(high) - 0.5);
  }
}
