import { rowFrequency } from "lib/beats/mod.ts";
import type { Data } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout, inks } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";
import { classColor, classLetter } from "../scores/class_label.ts";
import { frameSlider } from "../drawing/frame_slider.ts";

/** A beat, and where it lies in the plane of the code. */
export interface PlacedBeat {
  /** The number of its class, 0 to 4. */
  label: number;
  /** How far it lies along the first direction, in units of the code. */
  x: number;
  /** How far it lies along the second one. */
  y: number;
  /** The beat without its padding, `[values]`. */
  given: ArrayLike<number>;
  /** Its reconstruction, `[values]`; values beyond the beat's end are left out. */
  reconstruction: ArrayLike<number>;
  /** Where it is from, in words. */
  place: string;
}

/** Options of {@linkcode codePlaneFigure}. */
export interface CodePlaneFigureOptions {
  /** Indices of the beats that the slider goes through. */
  browsed: readonly number[];
  /** A line beneath the title; by default how to use the slider. */
  subtitle?: string;
}

/**
 * Beats as points in a plane of the code, each in the colour of its class; a slider goes through some of them and
 * shows the beat beside the plane. A picture shows the first of them.
 *
 * @throws {RangeError} When there is nothing to browse.
 */
export function codePlaneFigure(
  beats: readonly PlacedBeat[],
  { browsed, subtitle = "move the slider: the ringed point is the beat at the right" }:
    CodePlaneFigureOptions,
): Figure {
  const [first] = browsed;
  if (first === undefined) throw new RangeError("Cannot browse beats: wanted some, found none");
  const classes = [...new Set(beats.map(({ label }) => label))].sort();
  const shown = beats.filter((_, i) => browsed.includes(i));
  const values = shown.flatMap(({ given, reconstruction }) => [
    ...Array.from(given),
    ...Array.from(reconstruction),
  ]);
  return {
    data: [...classes.map((label) => pointsOf(beats, label)), ...pickedTraces(beats[first]!)],
    frames: browsed.map((index, frame) => ({
      name: String(frame),
      data: pickedTraces(beats[index]!),
      traces: [0, 1, 2].map((i) => classes.length + i),
    })),
    layout: {
      ...figureLayout("Beats in the plane of the code", { height: 520, subtitle, names: 3 }),
      margin: { l: 64, r: 24, t: 92, b: 144 },
      xaxis: axis("first direction of the code", { domain: [0, 0.54] }),
      yaxis: axis("second direction of the code"),
      xaxis2: axis("time in s", {
        domain: [0.64, 1],
        anchor: "y2",
        range: [0, Math.max(...shown.map(({ given }) => given.length)) / rowFrequency],
      }),
      yaxis2: axis("", { anchor: "x2", range: [Math.min(0, ...values), Math.max(1, ...values)] }),
      sliders: [slider(browsed.map((index) => beats[index]!))],
    },
  };
}

function pointsOf(beats: readonly PlacedBeat[], label: number): Data {
  const own = beats.filter((beat) => beat.label === label);
  return {
    type: "scatter",
    mode: "markers",
    name: classLetter(label),
    x: rounded(own.map(({ x }) => x), 3),
    y: rounded(own.map(({ y }) => y), 3),
    text: own.map(({ place }) => place),
    marker: { color: classColor(label), size: 4, opacity: 0.6 },
    hovertemplate: `%{text}<extra>${classLetter(label)}</extra>`,
  };
}

/** The ring, the beat and its reconstruction. */
function pickedTraces({ x, y, label, given, reconstruction }: PlacedBeat): Data[] {
  const line = (values: ArrayLike<number>, color: string): Data => ({
    type: "scatter",
    mode: "lines",
    showlegend: false,
    x0: 0,
    dx: 1 / rowFrequency,
    y: rounded(values, 3),
    line: { color, width: 1.5 },
    xaxis: "x2",
    yaxis: "y2",
    hovertemplate: "%{x:.2f} s, %{y:.2f}<extra></extra>",
  });
  return [
    {
      type: "scatter",
      mode: "markers",
      showlegend: false,
      x: [x],
      y: [y],
      marker: { size: 14, color: "rgba(0,0,0,0)", line: { color: inks.text, width: 2 } },
      hoverinfo: "skip",
    },
    line(given, inks.signal),
    line(Array.from(reconstruction).slice(0, given.length), classColor(label)),
  ];
}

function slider(beats: readonly PlacedBeat[]) {
  const frames = beats.map(({ label, place }, frame) => ({
    frame: String(frame),
    label: `class ${classLetter(label)} · ${place}`,
  }));
  return frameSlider(frames, { y: -0.14 });
}
