import type { ModelComparison } from "lib/evaluation/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout, inks, panelTitle } from "../drawing/figure_layout.ts";
import { verticalLine } from "../drawing/vertical_line.ts";

const scores = [
  { key: "accuracy", name: "accuracy" },
  { key: "macroF1", name: "macro-F1" },
] as const;

/**
 * By how much models differ on the same rows, pair by pair: the difference of accuracy and of macro-F1 with its
 * bootstrap interval, and the probability that McNemar's test gives to equal errors.
 */
export function modelDifferencesFigure(comparisons: readonly ModelComparison[]): Figure {
  const labels = comparisons.map(({ first, second, mcNemar }) =>
    `${second} less ${first}<br>${probability(mcNemar.exactP)}`
  );
  const layout: Partial<Layout> = {
    ...figureLayout("Differences between models on the same rows", {
      height: 190 + 46 * Math.max(comparisons.length, 1),
      subtitle: comparisons.length === 0
        ? "there is one model alone: nothing to compare"
        : `${
          levels(comparisons)
        } % bootstrap intervals, filled where they leave out 0; p: McNemar's test of the errors`,
    }),
    margin: { l: 64, r: 24, t: 108, b: 56 },
    grid: { rows: 1, columns: scores.length, pattern: "independent", xgap: 0.08 },
    annotations: scores.map(({ name }, panel) => panelTitle(name, panel)),
    shapes: scores.map((_, panel) => verticalLine(0, { panel })),
    showlegend: false,
  };
  const data = scores.map(({ key, name }, panel): Data => {
    const suffix = axisSuffix(panel);
    const differences = comparisons.map((comparison) => comparison[key].difference);
    // Of one row or record alone there is no interval: its ends are NaN.
    const known = (value: number) => Number.isNaN(value) ? 0 : value;
    const ends = points(differences.flatMap(({ estimate, low, high }) => [estimate, low, high]));
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis("difference in percentage points", { range: rangeOf(ends) }),
      [`yaxis${suffix}`]: axis("", {
        visible: comparisons.length > 0,
        type: "category",
        autorange: "reversed",
        showticklabels: panel === 0,
        ticks: "",
      }),
    });
    return {
      type: "scatter",
      mode: "markers",
      x: points(differences.map(({ estimate }) => estimate)),
      y: labels,
      error_x: {
        type: "data",
        symmetric: false,
        array: points(differences.map(({ estimate, high }) => known(high - estimate))),
        arrayminus: points(differences.map(({ estimate, low }) => known(estimate - low))),
        color: inks.signal,
        thickness: 2,
        width: 5,
      },
      marker: {
        size: 10,
        color: differences.map(({ low, high }) => low > 0 || high < 0 ? inks.signal : inks.paper),
        line: { color: inks.signal, width: 2 },
      },
      text: differences.map(({ low, high }) =>
        Number.isNaN(low) ? "interval not known" : points([low, high]).join(" to ")
      ),
      hovertemplate: `${name}: %{x:.3f} (%{text})<extra></extra>`,
      xaxis: `x${suffix}`,
      yaxis: `y${suffix}`,
    };
  });
  return { data, layout };
}

/** What share of the resamples the intervals hold, in percent: the same for all as a rule. */
function levels(comparisons: readonly ModelComparison[]): string {
  return [...new Set(comparisons.map(({ level }) => +(100 * level).toFixed(2)))].join(" and ");
}

/** In percentage points. */
function points(differences: number[]): number[] {
  return differences.map((value) => Number((100 * value).toFixed(3)));
}

/** All intervals and 0, with some room at both ends. */
function rangeOf(values: number[]): [number, number] {
  const ends = values.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = Math.max(0.06 * (high - low), 0.01);
  return [low - room, high + room];
}

function probability(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}
