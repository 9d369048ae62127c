import { aamiClasses } from "lib/beats/mod.ts";
import type { CanvasFrame } from "./canvas_frame.ts";
import type { StripAxes, StripOptions } from "./draw_strip.ts";

/** Draws the letters of beats where there is room for them, else a mark for each beat that is not normal. */
export function drawLetters(
  { context, width, ink }: CanvasFrame,
  { beats, first, chosen }: StripOptions,
  { x }: StripAxes,
): void {
  const isRoomy = beats.length * 18 < width;
  context.textAlign = "center";
  beats.forEach(({ time, label, uncertain }, i) => {
    const place = x(time);
    const isChosen = first + i === chosen;
    context.fillStyle = ink.classes[label]!;
    if (!isRoomy) {
      if (label > 0 || isChosen) context.fillRect(place - 1, 8, 2, isChosen ? 22 : 12);
      return;
    }
    context.font = `${label > 0 ? "bold " : ""}14px system-ui, sans-serif`;
    context.fillText(aamiClasses[label]!.letter, place, 20);
    context.fillRect(place - 0.5, 27, 1, 7);
    if (!uncertain && !isChosen) return;
    context.strokeStyle = ink.text;
    context.lineWidth = isChosen ? 2.2 : 1.2;
    context.setLineDash(uncertain ? [3, 2.5] : []);
    context.beginPath();
    context.arc(place, 15, 10, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
  });
  context.textAlign = "start";
  context.font = "12px system-ui, sans-serif";
}
