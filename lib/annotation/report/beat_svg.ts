import { escapeHtml } from "lib/html/mod.ts";
import { aamiClasses } from "lib/beats/mod.ts";
import type { Lead } from "lib/recordings/mod.ts";
import type { LabelledBeat } from "../annotate_recording.ts";
import { possible } from "../beat_annotations.ts";
import { formatTime } from "./format_time.ts";

/** Seconds that are drawn of a beat and of its neighbours, and the part that has its colour. */
const span = { before: 0.7, after: 0.9, own: [-0.12, 0.36] } as const;

const [width, height] = [160, 84];

/** How high a gallery draws its signal: so much of the lead's unit on either side of the middle. */
export interface BeatScale {
  reach: number;
}

/**
 * A beat between its neighbours as a small drawing with its time and what it may be; a link that names its time, for
 * the page's strip to go there.
 */
export function beatSvg(lead: Lead, beat: LabelledBeat, { reach }: BeatScale): string {
  const { frequency } = lead;
  const { letter } = aamiClasses[beat.label]!;
  const first = Math.max(0, Math.ceil((beat.time - span.before) * frequency));
  const end = Math.min(lead.samples.length, Math.floor((beat.time + span.after) * frequency));
  const around = lead.samples.subarray(first, end);
  const level = around.filter(Number.isFinite).toSorted();
  const middle = level[level.length >> 1] ?? 0;
  const x = (at: number) =>
    (at / frequency - beat.time + span.before) / (span.before + span.after) * width;
  const y = (value: number) =>
    height / 2 - Math.max(-1, Math.min(1, (value - middle) / reach)) * (height / 2 - 4);
  const path = (from: number, to: number) => pathOf(lead, { from, to, x, y });
  const [ownFirst, ownEnd] = span.own.map((time) => Math.round((beat.time + time) * frequency));
  const letters = possible(beat.label, beat.set);
  const says = letters.length > 1 ? letters.join(" or ") : letter;
  const sure = `${Math.floor(100 * beat.probability)} %`;
  const label = `${says}, ${sure}${beat.uncertain ? ", uncertain" : ""}`;
  return `<a class="beat ${letter}${beat.uncertain ? " uncertain" : ""}" href="#strip" data-time="${
    beat.time.toFixed(3)
  }"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">` +
    `<path d="${path(first, end)}"/><path class="own" d="${
      path(Math.max(first, ownFirst!), Math.min(end, ownEnd!))
    }"/></svg><b>${says}</b> ${sure}<time>${formatTime(beat.time, 1)}</time></a>`;
}

/** A line through the samples, at some 120 a second; it breaks where one is missing. */
function pathOf(
  { samples, frequency }: Lead,
  { from, to, x, y }: {
    from: number;
    to: number;
    x(sample: number): number;
    y(value: number): number;
  },
): string {
  const stride = Math.max(1, Math.round(frequency / 120));
  let path = "";
  let isDown = false;
  for (let at = from - from % stride; at < to; at += stride) {
    const value = samples[at]!;
    if (Number.isFinite(value)) {
      path += `${isDown ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    }
    isDown = Number.isFinite(value);
  }
  return path;
}
