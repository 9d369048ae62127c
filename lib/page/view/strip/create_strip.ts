/// <reference lib="dom" />
import type { LabelledBeat } from "lib/annotation/mod.ts";
import type { OpenedRecording } from "../../messages.ts";
import { canvasFrame } from "./canvas_frame.ts";
import { drawOverview } from "./draw_overview.ts";
import { drawStrip } from "./draw_strip.ts";
import { element } from "../element.ts";
import { clampRange, firstFrom, rangeWith, type StripRange, zoomRange } from "./strip_range.ts";

/** The strip and its overview: what they show, and what changes that. */
export interface Strip {
  /** The beats that are shown; none before they are found. */
  readonly beats: readonly LabelledBeat[];
  /** The number of the chosen beat; -1 for none. */
  readonly chosen: number;
  readonly range: StripRange;
  /** Seconds of the recording. */
  readonly total: number;
  /** Shows another recording, from its start. */
  open(recording: OpenedRecording): void;
  /** Adds the beats of the recording that is shown. */
  addBeats(beats: readonly LabelledBeat[]): void;
  /** Shows another part. */
  show(range: StripRange): void;
  /** Zooms around a place in the strip, from 0 to 1. */
  zoom(factor: number, share?: number): void;
  /** Chooses a beat and shows it. */
  choose(beat: number): void;
}

/** Makes the strip of the page's two canvases; `onMove` is called after what it shows has changed. */
export function createStrip(onMove: (range: StripRange) => void): Strip {
  const overview = element<HTMLCanvasElement>("overview");
  const shown = element("shown");
  const canvas = element<HTMLCanvasElement>("strip");
  let recording: OpenedRecording | undefined;
  let beats: readonly LabelledBeat[] = [];
  let times = new Float64Array();
  let range: StripRange = { from: 0, span: 10 };
  let chosen = -1;
  let isDue = false;
  let isOverviewDue = false;

  /** Drawn once a frame however often it is asked for. */
  const draw = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!recording) return;
      const first = firstFrom(times, range.from);
      const inRange = beats.slice(first, firstFrom(times, range.from + range.span));
      const { strip: signal, unit, duration: total } = recording;
      if (isOverviewDue) drawOverview(canvasFrame(overview), { beats, total });
      isOverviewDue = false;
      shown.style.left = `${100 * range.from / total}%`;
      shown.style.width = `${100 * range.span / total}%`;
      drawStrip(canvasFrame(canvas), { signal, unit, range, beats: inRange, first, chosen });
    });
  };
  /** With the overview, which has as many dots as there are beats and changes seldom. */
  const drawAll = () => {
    isOverviewDue = true;
    draw();
  };
  const strip: Strip = {
    get beats() {
      return beats;
    },
    get chosen() {
      return chosen;
    },
    get range() {
      return range;
    },
    get total() {
      return recording?.duration ?? 1;
    },
    open(opened) {
      recording = opened;
      strip.addBeats([]);
      strip.show({ from: 0, span: canvas.clientWidth < 600 ? 5 : 10 });
    },
    addBeats(found) {
      beats = found;
      times = Float64Array.from(beats, ({ time }) => time);
      chosen = -1;
      drawAll();
    },
    show(wanted) {
      range = clampRange(wanted, strip.total);
      onMove(range);
      draw();
    },
    zoom(factor, share = 0.5) {
      strip.show(zoomRange(range, { factor, share, total: strip.total }));
    },
    choose(beat) {
      if (!beats[beat]) return;
      chosen = beat;
      strip.show(rangeWith(range, beats[beat].time, strip.total));
    },
  };
  addEventListener("resize", drawAll);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  return strip;
}
