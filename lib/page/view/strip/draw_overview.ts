import type { LabelledBeat } from "lib/annotation/mod.ts";
import { type CanvasFrame, drawTimes } from "./canvas_frame.ts";

/** What an overview shows. */
export interface OverviewOptions {
  beats: readonly LabelledBeat[];
  /** Seconds of the recording. */
  total: number;
}

/** Draws the time between beats over the whole recording, beats of rare classes larger. */
export function drawOverview(frame: CanvasFrame, { beats, total }: OverviewOptions): void {
  const { context, width, height, ink } = frame;
  const [top, bottom] = [6, height - 18];
  const longest = longestInterval(beats);
  const y = (rr: number) => bottom - Math.min(rr / longest, 1) * (bottom - top);
  context.strokeStyle = ink.line;
  context.lineWidth = 1;
  const lines = Array.from({ length: Math.ceil(longest / 0.5) - 1 }, (_, i) => (i + 1) * 0.5);
  for (const rr of lines) context.strokeRect(0, Math.round(y(rr)) + 0.5, width, 0);
  drawTimes(frame, { from: 0, span: total }, height - 5);
  for (const isRare of [false, true]) {
    const size = isRare ? 3 : 2;
    for (const { time, rr, label } of beats) {
      if (Number.isNaN(rr) || label > 0 !== isRare) continue;
      context.fillStyle = ink.classes[label]!;
      context.fillRect(time / total * width - size / 2, y(rr) - size / 2, size, size);
    }
  }
  // On top of the dots, with a halo.
  context.strokeStyle = ink.paper;
  context.fillStyle = ink.text;
  context.lineWidth = 4;
  for (const rr of lines) {
    context.strokeText(`${rr} s`, 4, y(rr) + 4);
    context.fillText(`${rr} s`, 4, y(rr) + 4);
  }
}

/** The height of the drawing in seconds: all but the very longest intervals, which lie on its edge. */
function longestInterval(beats: readonly LabelledBeat[]): number {
  const intervals = Float32Array.from(beats, ({ rr }) => Number.isNaN(rr) ? 0 : rr).sort();
  const usual = intervals[Math.floor(0.995 * (intervals.length - 1))] || 1;
  return Math.min(1.3 * usual, 4);
}
