import type { Data } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { modelStyle } from "../scores/model_style.ts";
import { roundedResults } from "./rounded_results.ts";

/** A setting that was trained twice: as a trial of a search, and on all rows. */
export interface TrainedTwice {
  /** Name of the setting, for instance the trial's. */
  name: string;
  /** The trial's result. */
  trial: number;
  /** The result on all rows. */
  full: number;
}

/** Options of {@linkcode fullTrainingsFigure}. */
export interface FullTrainingsOptions {
  /** What a trial was measured by, for instance "val_tempered_loss". */
  trial: string;
  /** What the training on all rows was measured by. */
  full: string;
  /** Title. */
  title?: string;
  /** A line below the title, for instance with the rank correlation. */
  subtitle?: string;
}

/**
 * Settings by what they reached in a search and on all rows, one dot a setting, one colour a search: where the dots of
 * a search fall along a line, its trials put settings in the right order.
 */
export function fullTrainingsFigure(
  searches: Readonly<Record<string, readonly TrainedTwice[]>>,
  options: FullTrainingsOptions,
): Figure {
  const data = Object.entries(searches).map(([search, settings], index): Data => {
    const { color, symbol } = modelStyle(index);
    return {
      type: "scatter",
      mode: "markers",
      name: search,
      x: roundedResults(settings.map(({ trial }) => trial)),
      y: roundedResults(settings.map(({ full }) => full)),
      text: settings.map(({ name }) => name),
      marker: { color, symbol, size: 10 },
      hovertemplate: `%{text}: %{x:.4f}, all rows %{y:.4f}<extra>${search}</extra>`,
    };
  });
  return {
    data,
    layout: {
      ...figureLayout(options.title ?? "Trials and trainings on all rows", {
        subtitle: options.subtitle ?? "",
      }),
      xaxis: axis(`${options.trial} of the trial`),
      yaxis: axis(`${options.full} on all rows`),
      showlegend: data.length > 1,
    },
  };
}
