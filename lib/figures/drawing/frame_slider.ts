import type { Slider } from "plotly.js-dist-min";
import { inks } from "./figure_layout.ts";

/** A slider that shows the frames of a figure one by one, each under its label. */
export function frameSlider(
  frames: readonly { frame: string; label: string }[],
  { y }: { y: number },
): Partial<Slider> {
  return {
    active: 0,
    y,
    pad: { t: 20 },
    currentvalue: { prefix: "", font: { size: 13, color: inks.text } },
    // The labels of all steps would not fit beneath the slider; the current one stands above it.
    font: { size: 1, color: "rgba(0,0,0,0)" },
    ticklen: 4,
    minorticklen: 0,
    steps: frames.map(({ frame, label }) => ({
      label,
      method: "animate",
      args: [[frame], {
        mode: "immediate",
        frame: { duration: 0, redraw: false },
        transition: { duration: 0 },
      }],
    })),
  };
}
