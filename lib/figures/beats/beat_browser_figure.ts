import { aamiClasses, type Beat } from "lib/beats/mod.ts";
import type { UpdateMenu } from "plotly.js-dist-min";
import { beatPlace, beatTrace } from "./beat_panels.ts";
import { classColor, classLetter } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { pickBeats } from "./pick_beats.ts";
import { rounded } from "../drawing/rounded.ts";
import { frameSlider } from "../drawing/frame_slider.ts";

/** Options of {@linkcode beatBrowserFigure}. */
export interface BeatBrowserFigureOptions {
  /** Beats of each class to choose from; 12 by default. */
  perClass?: number;
}

/** What is read of a beat to show it. */
export type BrowsedBeat = Pick<Beat, "record" | "sample" | "symbol" | "label" | "row">;

/** A beat with the name of the frame that shows it. */
interface FramedBeat {
  frame: string;
  beat: BrowsedBeat;
}

/**
 * One beat at a time, with a slider to go through them and a button for each class. A still picture
 * of the figure shows the first beat.
 *
 * @throws {RangeError} when there is no beat.
 */
export function beatBrowserFigure(
  beats: readonly BrowsedBeat[],
  options: BeatBrowserFigureOptions = {},
): Figure {
  const { perClass = 12 } = options;
  const framed = aamiClasses.flatMap(({ label }) => pickBeats(beats, label, perClass))
    .map((beat, index): FramedBeat => ({ frame: String(index), beat }));
  const [first] = framed;
  if (first === undefined) throw new RangeError("Cannot browse beats: wanted some, found none");
  return {
    data: [beatTrace(first.beat.row, 0, classColor(first.beat.label))],
    frames: framed.map(({ frame, beat }) => ({ name: frame, data: [shownBeat(beat)] })),
    layout: {
      ...figureLayout("One beat at a time", {
        height: 460,
        subtitle: "move the slider to go through the beats; a letter keeps only its class",
      }),
      margin: { l: 64, r: 24, t: 92, b: 130 },
      xaxis: axis("time in s", { range: [0, 1.55] }),
      yaxis: axis("scaled signal", { range: [-0.05, 1.1] }),
      showlegend: false,
      sliders: [beatSlider(framed)],
      updatemenus: [classButtons(framed)],
    },
  };
}

/** What differs in the figure's one line from beat to beat. */
function shownBeat({ row, label }: BrowsedBeat) {
  return { y: rounded(row, 3), line: { color: classColor(label), width: 1.5 } };
}

function beatSlider(framed: FramedBeat[]) {
  const frames = framed.map(({ frame, beat }) => ({
    frame,
    label: `class ${classLetter(beat.label)} · symbol ${beat.symbol} · ${beatPlace(beat)}`,
  }));
  return frameSlider(frames, { y: -0.12 });
}

/** Buttons that give the slider the beats of one class and show the first of them. */
function classButtons(framed: FramedBeat[]): UpdateMenu {
  const button = (label: string, kept: FramedBeat[]) => {
    const { y, line } = shownBeat(kept[0]!.beat);
    return {
      label,
      method: "update" as const,
      args: [{ y: [y], "line.color": line.color }, { sliders: [beatSlider(kept)] }],
    };
  };
  const labels = new Set(framed.map(({ beat }) => beat.label));
  return {
    type: "buttons",
    direction: "right",
    x: 1,
    xanchor: "right",
    y: 1.04,
    yanchor: "bottom",
    pad: { r: 0, t: 0 },
    font: { size: 11 },
    buttons: [
      button("all", framed),
      ...Array.from(
        labels,
        (label) => button(classLetter(label), framed.filter(({ beat }) => beat.label === label)),
      ),
    ],
  };
}
