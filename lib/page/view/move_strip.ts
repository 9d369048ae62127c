/// <reference lib="dom" />
import { element } from "./element.ts";
import type { Strip } from "./create_strip.ts";
import { firstFrom, nearestTo } from "./strip_range.ts";

/** What a reader asks for at a beat. */
export interface BeatChoice {
  /** A beat was chosen, by its number. */
  onChoose(beat: number): void;
  /** Why has the chosen beat its label? */
  onAsk(): void;
}

/** Lets keys, buttons, mouse and fingers move the strip and choose beats. */
export function moveStrip(strip: Strip, { onChoose, onAsk }: BeatChoice): void {
  const choose = (beat: number) => {
    if (!strip.beats[beat]) return;
    strip.choose(beat);
    onChoose(beat);
  };
  const move = (share: number) =>
    strip.show({ ...strip.range, from: strip.range.from + share * strip.range.span });
  const times = () => strip.beats.map(({ time }) => time);
  /** The chosen beat's place in the strip, else its middle: where keys zoom. */
  const stepBeat = (direction: 1 | -1) => {
    if (strip.chosen >= 0) return choose(strip.chosen + direction);
    const { from, span } = strip.range;
    choose(direction > 0 ? firstFrom(times(), from) : firstFrom(times(), from + span) - 1);
  };
  const stepKind = (direction: 1 | -1) => {
    const kind = element<HTMLSelectElement>("kind").value;
    const middle = firstFrom(times(), strip.range.from + strip.range.span / 2);
    let beat = strip.chosen >= 0 ? strip.chosen + direction : direction > 0 ? middle : middle - 1;
    const fits = ({ label, uncertain }: { label: number; uncertain: boolean }) =>
      kind === "uncertain" ? uncertain : label === Number(kind);
    while (strip.beats[beat] && !fits(strip.beats[beat]!)) beat += direction;
    choose(beat);
    if (strip.beats[beat]) onAsk();
  };
  const actions: Record<string, () => void> = {
    earlier: () => move(-0.8),
    later: () => move(0.8),
    in: () => strip.zoom(0.5),
    out: () => strip.zoom(2),
    all: () => strip.show({ from: 0, span: strip.total }),
    start: () => strip.show({ ...strip.range, from: 0 }),
    end: () => strip.show({ ...strip.range, from: strip.total }),
    previous: () => stepKind(-1),
    next: () => stepKind(1),
    beatBefore: () => stepBeat(-1),
    beatAfter: () => stepBeat(1),
    why: onAsk,
  };
  const keys: Record<string, string> = {
    ArrowLeft: "beatBefore",
    ArrowRight: "beatAfter",
    PageUp: "earlier",
    PageDown: "later",
    Home: "start",
    End: "end",
    "+": "in",
    "=": "in",
    "-": "out",
    "0": "all",
    Enter: "why",
    " ": "why",
  };
  for (const button of document.querySelectorAll<HTMLElement>("[data-do]")) {
    button.addEventListener("click", actions[button.dataset.do!]!);
  }
  const canvas = element<HTMLCanvasElement>("strip");
  canvas.addEventListener("keydown", (event) => {
    const action = actions[keys[event.key] ?? ""];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) move(event.deltaX / canvas.clientWidth);
    else strip.zoom(Math.exp(event.deltaY / 400), event.offsetX / canvas.clientWidth);
  }, { passive: false });
  dragStrip(canvas, strip, (time) => {
    choose(nearestTo(times(), time));
    onAsk();
  });
  seekOverview(strip);
}

/** Dragging moves, two fingers zoom, a click is told with its time. */
function dragStrip(
  canvas: HTMLCanvasElement,
  strip: Strip,
  onClick: (time: number) => void,
): void {
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
function seekOverview(strip: Strip): void {
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
