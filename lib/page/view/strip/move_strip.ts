/// <reference lib="dom" />
import { element } from "../element.ts";
import type { Strip } from "./create_strip.ts";
import { dragStrip, seekOverview } from "./drag_strip.ts";
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
  dragStrip(strip, (time) => {
    choose(nearestTo(times(), time));
    onAsk();
  });
  seekOverview(strip);
}
