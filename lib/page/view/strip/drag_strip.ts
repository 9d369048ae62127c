/// <reference lib="dom" />
import type { Strip } from "./create_strip.ts";
import { element } from "../element.ts";

/** Dragging moves, two fingers zoom, a click is told with its time. */
export function dragStrip(strip: Strip, onClick: (time: number) => void): void {
  const canvas = element<HTMLCanvasElement>("strip");
  const fingers = new Map<number, number>();
  let moved = 0;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 1) moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const { left, width } = canvas.getBoundingClientRect();
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    fingers.set(event.pointerId, event.clientX);
    moved += Math.abs(event.clientX - before);
    if (other === undefined) {
      if (moved < 4) return;
      const { from, span } = strip.range;
      strip.show({ from: from - (event.clientX - before) / width * span, span });
    } else {
      const [far, near] = [Math.abs(event.clientX - other), Math.abs(before - other)];
      const share = ((event.clientX + other) / 2 - left) / width;
      if (far > 5 && near > 5) strip.zoom(near / far, share);
      moved = Infinity;
    }
  });
  const lift = (event: PointerEvent, isClick: boolean) => {
    fingers.delete(event.pointerId);
    if (!isClick || moved >= 4 || fingers.size > 0) return;
    const { left, width } = canvas.getBoundingClientRect();
    onClick(strip.range.from + (event.clientX - left) / width * strip.range.span);
  };
  canvas.addEventListener("pointerup", (event) => lift(event, true));
  canvas.addEventListener("pointercancel", (event) => lift(event, false));
}

/** A press on the overview shows what is there. */
export function seekOverview(strip: Strip): void {
  const overview = element<HTMLCanvasElement>("overview");
  let isSeeking = false;
  const seek = (event: PointerEvent) => {
    const { left, width } = overview.getBoundingClientRect();
    const { span } = strip.range;
    strip.show({ from: (event.clientX - left) / width * strip.total - span / 2, span });
  };
  overview.addEventListener("pointerdown", (event) => {
    isSeeking = true;
    overview.setPointerCapture(event.pointerId);
    seek(event);
  });
  overview.addEventListener("pointermove", (event) => isSeeking && seek(event));
  for (const name of ["pointerup", "pointercancel"] as const) {
    overview.addEventListener(name, () => isSeeking = false);
  }
}
