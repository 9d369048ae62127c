import type { AnnotatedRecording } from "lib/annotation/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout, inks } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";
import { classColor, classLetter, classTitle } from "../scores/class_label.ts";

/** Options of {@linkcode labelledStripFigure}. */
export interface LabelledStripFigureOptions {
  /** Where the strip starts, in seconds from the start of the recording; 0 by default. */
  start?: number;
  /** Its length in seconds; 10 by default. */
  duration?: number;
}

/**
 * A strip of a recording's lead with the beats that were found, each with the class that a model gave it; uncertain
 * ones are hollow.
 *
 * @param annotated As `annotateRecording()` gives it.
 */
export function labelledStripFigure(
  { name, lead, beats }: Pick<AnnotatedRecording, "name" | "lead" | "beats">,
  { start = 0, duration = 10 }: LabelledStripFigureOptions = {},
): Figure {
  const first = Math.round(start * lead.frequency);
  const samples = lead.samples.subarray(first, Math.round((start + duration) * lead.frequency));
  const known = samples.filter((value) => Number.isFinite(value));
  // Where all samples are missing, the strip is drawn around 0.
  const top = known.reduce((greatest, value) => Math.max(greatest, value), known[0] ?? 0);
  const bottom = known.reduce((least, value) => Math.min(least, value), known[0] ?? 0);
  const shown = beats.filter(({ time }) => time >= start && time < start + duration);
  const labels = [...new Set(shown.map(({ label }) => label))].sort();
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        name: lead.name,
        x: rounded(Array.from(samples, (_, i) => (first + i) / lead.frequency), 3),
        y: rounded(samples, 3),
        line: { color: inks.text, width: 1 },
        hoverinfo: "skip",
        showlegend: false,
      },
      ...labels.map((label) => {
        const own = shown.filter((beat) => beat.label === label);
        return {
          type: "scatter" as const,
          mode: "text+markers" as const,
          name: classTitle(label),
          x: rounded(own.map(({ time }) => time), 3),
          y: rounded(own.map(() => top + 0.15), 3),
          text: own.map(() => classLetter(label)),
          textposition: "top center" as const,
          marker: {
            color: classColor(label),
            size: 8,
            symbol: own.map(({ uncertain }) => uncertain ? "circle-open" : "circle"),
          },
          customdata: own.map(({ probability }) => `${Math.round(100 * probability)} %`),
          hovertemplate: `${classTitle(label)}, %{customdata} at %{x:.2f} s<extra></extra>`,
        };
      }),
    ],
    layout: {
      ...figureLayout(`${name}, ${start} to ${start + duration} s`, {
        height: 320,
        subtitle: "beats that were found, by the class that the model gave them; hollow: uncertain",
        names: labels.length,
      }),
      xaxis: axis("time in s", { range: [start, start + duration] }),
      yaxis: axis(`${lead.name} in ${lead.unit}`, { range: [bottom - 0.2, top + 0.6] }),
      showlegend: true,
    },
  };
}
