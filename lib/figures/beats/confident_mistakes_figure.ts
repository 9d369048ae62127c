import type { Dataset } from "lib/beats/mod.ts";
import type { MisclassifiedBeat } from "lib/evaluation/mod.ts";
import { beatPanels, beatRow, beatTrace } from "./beat_panels.ts";
import { colorOfLetter } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { mistakeText } from "./misclassified_beats_figure.ts";
import { nameRows, panelRows } from "../drawing/panel_rows.ts";

/** Options of {@linkcode confidentMistakesFigure}. */
export interface ConfidentMistakesFigureOptions {
  /** Beats to show of each model, the first ones; 4 by default. */
  perModel?: number;
}

/**
 * The mistakes that several models were surest of, one row of panels a model, each beat in the colour of its actual
 * class.
 *
 * @param models Each with its mistakes as `misclassifiedBeats()` gives them, the surest first.
 * @param dataset Holds their rows.
 */
export function confidentMistakesFigure(
  models: readonly { model: string; mistakes: readonly MisclassifiedBeat[] }[],
  dataset: Pick<Dataset, "inputs">,
  options: ConfidentMistakesFigureOptions = {},
): Figure {
  const { perModel = 4 } = options;
  const panels = models.flatMap(({ mistakes }) =>
    Array.from({ length: perModel }, (_, column) => mistakes[column])
  );
  const layout = {
    ...beatPanels(panels.map((beat) => beat ? mistakeText(beat) : ""), { columns: perModel }),
    ...panelRows("The mistakes that each model was surest of", {
      rows: models.length,
      columns: perModel,
      panel: 90,
      titleLines: 2,
      columnGap: 0.12,
      subtitle: "scaled signal over time, in the colour of the actual class",
    }),
  };
  nameRows(layout, models.map(({ model }) => model), { columns: perModel });
  return {
    data: panels.flatMap((beat, panel) => {
      if (beat === undefined) return [];
      return [beatTrace(beatRow(dataset, beat.row), panel, colorOfLetter(beat.actual))];
    }),
    layout,
  };
}
