import type { RecordScores } from "lib/evaluation/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { modelStyle } from "./model_style.ts";

/** Options of {@linkcode recordScoresFigure}. */
export interface RecordScoresFigureOptions {
  /** Records to show at most, those with the greatest share of errors; 24 by default. */
  count?: number;
}

/** What is read of the scores of a record. */
export type PlottedScores = Pick<RecordScores, "record" | "rows" | "errors">;

/**
 * The share of each record's beats that models get wrong, worst records first.
 *
 * @param models Each with its scores of the same records, as `scoresByRecord()` gives them.
 */
export function recordScoresFigure(
  models: readonly { model: string; scores: readonly PlottedScores[] }[],
  options: RecordScoresFigureOptions = {},
): Figure {
  const { count = 24 } = options;
  const known = (models[0]?.scores ?? []).map(({ record, rows }, index) => ({
    record,
    rows,
    errors: models.map(({ scores }) => scores[index]!.errors),
  }));
  const share = ({ rows, errors }: { rows: number; errors: number[] }) =>
    errors.reduce((sum, own) => sum + own, 0) / rows;
  const shown = known.toSorted((a, b) => share(b) - share(a)).slice(0, count);
  return {
    data: models.map(({ model }, index) => {
      const { color, symbol } = modelStyle(index);
      return {
        type: "scatter",
        mode: "markers",
        name: model,
        x: shown.map(({ record }) => record),
        y: shown.map(({ rows, errors }) => Number((100 * errors[index]! / rows).toFixed(2))),
        marker: { color, symbol, size: 9, opacity: 0.85 },
        text: shown.map(({ rows, errors }) =>
          `${errors[index]} of ${rows.toLocaleString("en")} beats`
        ),
        hovertemplate: `record %{x}: %{text} (%{y:.1f} %)<extra>${model}</extra>`,
      };
    }),
    layout: {
      ...figureLayout("Mistakes of each record", {
        subtitle: shown.length < known.length
          ? `the ${shown.length} of ${known.length} records with the greatest share`
          : `all ${known.length} records`,
        names: models.length,
      }),
      xaxis: axis("record", { type: "category", tickangle: -90, tickfont: { size: 11 } }),
      yaxis: axis("beats taken for another class in %", { rangemode: "tozero" }),
      showlegend: true,
    },
  };
}
