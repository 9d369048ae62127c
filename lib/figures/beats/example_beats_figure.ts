import { aamiClasses, type Beat } from "lib/beats/mod.ts";
import { beatPanels, beatPlace, beatTrace } from "./beat_panels.ts";
import type { Figure } from "../drawing/figure.ts";
import { figureLayout } from "../drawing/figure_layout.ts";
import { pickBeats } from "./pick_beats.ts";

/** Options of {@linkcode exampleBeatsFigure}. */
export interface ExampleBeatsFigureOptions {
  /** Beats to show of each class; 4 by default. */
  perClass?: number;
}

/**
 * Some beats of each class as a classifier gets them, one class a row of panels. They are taken at
 * even distances from all beats of the class, so that they are of several records.
 */
export function exampleBeatsFigure(
  beats: readonly Pick<Beat, "record" | "sample" | "label" | "row">[],
  options: ExampleBeatsFigureOptions = {},
): Figure {
  const { perClass = 4 } = options;
  const rows = aamiClasses.map(({ label }) => pickBeats(beats, label, perClass))
    .filter((row) => row.length > 0);
  const panels = rows.flatMap((row) =>
    Array.from({ length: perClass }, (_, column) => row[column])
  );
  const titles = panels.map((beat) =>
    beat === undefined ? "" : `${aamiClasses[beat.label]!.letter} · ${beatPlace(beat)}`
  );
  return {
    data: panels.flatMap((beat, panel) =>
      beat === undefined ? [] : [beatTrace(beat.row, panel, aamiClasses[beat.label]!.color)]
    ),
    layout: {
      ...figureLayout("Example beats of each class", {
        height: 150 + 110 * rows.length,
        subtitle: "as a classifier gets them: scaled to 0 to 1, padded with zeros",
      }),
      ...beatPanels(titles, { columns: perClass }),
    },
  };
}
