import type { PatientMetrics } from "lib/evaluation/mod.ts";
import type { BootstrapInterval } from "lib/metrics/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { modelStyle } from "./model_style.ts";

/**
 * F1 of each class, macro-F1 and j-kappa of models by patient, each with its 95 % interval over resampled patients.
 *
 * @param models Each with its name and what `patientMetrics()` gave.
 */
export function patientScoresFigure(
  models: readonly {
    model: string;
    patients: Pick<PatientMetrics, "scores" | "intervals">;
  }[],
): Figure {
  return {
    data: models.map(({ model, patients: { intervals } }, index) => {
      const points = [
        ...Object.entries(intervals.f1).map(([letter, of]) => ({ name: `F1 ${letter}`, of })),
        { name: "macro-F1", of: intervals.macroF1 },
        { name: "j-kappa", of: intervals.jKappa },
      ];
      const round = (value: number) => Number(value.toFixed(3));
      // Of one patient alone there is no interval: its ends are NaN, in a file null.
      const width = (value: number, { low }: { low: number }) =>
        Number.isFinite(low) ? round(value) : 0;
      const { color, symbol } = modelStyle(index);
      const shift = 0.16 * (index - (models.length - 1) / 2);
      return {
        type: "scatter",
        mode: "markers",
        name: model,
        x: points.map((_, place) => place + shift),
        y: points.map(({ of }) => Number.isFinite(of.estimate) ? round(of.estimate) : NaN),
        error_y: {
          type: "data",
          symmetric: false,
          array: points.map(({ of }) => width(of.high - of.estimate, of)),
          arrayminus: points.map(({ of }) => width(of.estimate - of.low, of)),
          color,
          thickness: 1.5,
          width: 4,
        },
        marker: { color, symbol, size: 9 },
        text: points.map(({ name, of }) => `${name} ${scoreText(of)}`),
        hovertemplate: `${model}: %{text}<extra></extra>`,
      };
    }),
    layout: {
      ...figureLayout("Scores on patients never seen", {
        subtitle: "bars: 95 % interval, patients resampled",
        names: models.length,
      }),
      xaxis: axis("", {
        ticks: "",
        showgrid: false,
        tickvals: [0, 1, 2, 3, 4, 5],
        ticktext: ["F1 N", "F1 S", "F1 V", "F1 F", "macro-F1", "j-kappa"],
      }),
      yaxis: axis("score", { range: [0, 1.03], tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
      showlegend: true,
    },
  };
}

function scoreText({ estimate, low, high }: BootstrapInterval): string {
  if (!Number.isFinite(estimate)) return "not defined";
  const score = estimate.toFixed(3);
  return Number.isFinite(low)
    ? `${score}, 95 % of resamples ${low.toFixed(3)} to ${high.toFixed(3)}`
    : `${score}, interval not known`;
}
