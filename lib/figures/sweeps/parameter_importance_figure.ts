import type { Data } from "plotly.js-dist-min";
import type { ParameterImportance } from "lib/sweeps/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout, inks } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** Options of {@linkcode parameterImportanceFigure}. */
export interface ParameterImportanceOptions {
  /** What the runs were compared by, for instance "val_loss". */
  metric: string;
  /** Title; "Parameters and METRIC of N runs" by default. */
  title?: string;
}

/**
 * How much each parameter alone says about the results of a sweep: bars of the explained share of
 * their ranks' variance, with a mark at what chance alone would give, and beside them the rank
 * correlation of parameter and result.
 */
export function parameterImportanceFigure(
  importances: readonly ParameterImportance[],
  options: ParameterImportanceOptions,
): Figure {
  const { metric } = options;
  const runs = runsText(importances.map((one) => one.runs));
  const upwards = importances.toReversed();
  const y = upwards.map(({ name }) => name);
  const range: [number, number] = [-0.5, y.length - 0.5]; // bars of one parameter are at one height
  const marks = upwards.map(({ byChance }) => byChance);
  return {
    data: [
      bars({
        name: "share of the variance",
        y,
        values: upwards.map(({ share }) => share),
        panel: 0,
      }),
      {
        type: "scatter",
        mode: "markers",
        name: "without any effect, on average",
        x: rounded(marks, 4),
        y,
        marker: { symbol: "line-ns-open", size: 18, color: inks.validation, line: { width: 2 } },
        hovertemplate: "by chance: %{x:.3f}<extra></extra>",
      },
      bars({
        name: "rank correlation",
        y,
        values: upwards.map(({ correlation }) => correlation ?? NaN),
        panel: 1,
      }),
    ],
    layout: {
      ...figureLayout(options.title ?? `Parameters and ${metric} of ${runs} runs`, {
        height: 160 + 28 * importances.length,
        subtitle: `each parameter alone, by ranks of the ${runs} runs' ${metric}`,
      }),
      grid: { rows: 1, columns: 2, pattern: "independent", xgap: 0.08 },
      xaxis: axis(`explained share of variance`, { rangemode: "tozero" }),
      yaxis: axis("", { range, ticks: "", showgrid: false }),
      xaxis2: axis(`Spearman's correlation with ${metric}`, {
        range: [-1, 1],
        zeroline: true,
        zerolinecolor: inks.mark,
      }),
      yaxis2: axis("", { range, showticklabels: false, ticks: "", showgrid: false }),
      bargap: 0.35,
      showlegend: true,
    },
  };
}

/** Runs of several searches do not all have all parameters. */
function runsText(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return counts.length === 0 ? "0" : least === most ? `${most}` : `${least} to ${most}`;
}

function bars(
  { name, y, values, panel }: { name: string; y: string[]; values: number[]; panel: 0 | 1 },
): Data {
  const suffix = panel === 0 ? "" : "2";
  return {
    type: "bar",
    orientation: "h",
    name,
    x: rounded(values, 4),
    y,
    marker: { color: panel === 0 ? inks.signal : inks.mark },
    showlegend: panel === 0,
    hovertemplate: `%{y}: %{x:.3f}<extra>${name}</extra>`,
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
}
