import type { Calibration, Reliability } from "lib/evaluation/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, inks, panelTitle } from "../drawing/figure_layout.ts";
import { panelRows } from "../drawing/panel_rows.ts";

const states = [
  { key: "before", name: "as it is", color: inks.validation, symbol: "circle", dash: "solid" },
  { key: "after", name: "with temperature", color: inks.train, symbol: "diamond", dash: "dot" },
] as const;

/** Models beside each other. */
const mostColumns = 3;

/** A share of fewer rows says little. */
const fewestRows = 10;

/**
 * How often models are right at each confidence, before and after temperature scaling: on the diagonal the confidence
 * is the share of right answers. A mark stands for ten rows or more, a larger one for many more.
 */
export function reliabilityFigure(calibrations: readonly Calibration[]): Figure {
  const columns = Math.min(Math.max(calibrations.length, 2), mostColumns);
  const layout: Partial<Layout> = {
    ...panelRows("Confidence and how often it is right", {
      rows: Math.ceil(calibrations.length / columns),
      columns,
      panel: 200,
      titleLines: 2,
      names: 2,
      subtitle:
        `ECE: mean gap to the diagonal over all rows; fewer than ${fewestRows} rows have no mark`,
    }),
    annotations: calibrations.map(({ model, temperature, before, after }, panel) =>
      panelTitle(
        `${model} · temperature ${temperature.toFixed(2)}<br>` +
          `ECE ${percent(before.error)} → ${percent(after.error)}`,
        panel,
      )
    ),
  };
  const data = calibrations.flatMap((calibration, panel): Data[] => {
    const suffix = axisSuffix(panel);
    const bottom = panel + columns >= calibrations.length;
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(bottom ? "mean confidence" : "", { range: [0, 1.03] }),
      [`yaxis${suffix}`]: axis(panel % columns === 0 ? "share that is right" : "", {
        range: [0, 1.05],
      }),
    });
    return [
      diagonal(suffix),
      ...states.map((state) =>
        marks(calibration[state.key], { ...state, suffix, showlegend: panel === 0 })
      ),
    ];
  });
  return { data, layout };
}

function diagonal(suffix: string): Data {
  return {
    type: "scatter",
    mode: "lines",
    x: [0, 1],
    y: [0, 1],
    line: { color: inks.mark, width: 1, dash: "dash" },
    hoverinfo: "skip",
    showlegend: false,
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
}

type MarkStyle = (typeof states)[number] & { suffix: string; showlegend: boolean };

function marks({ bins }: Reliability, style: MarkStyle): Data {
  const { name, color, symbol, dash, suffix, showlegend } = style;
  const filled = bins.filter(({ count }) => count >= fewestRows);
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    legendgroup: name,
    showlegend,
    x: filled.map(({ confidence }) => Number(confidence.toFixed(4))),
    y: filled.map(({ accuracy }) => Number(accuracy.toFixed(4))),
    line: { color, width: 1.5, dash },
    marker: {
      color,
      symbol,
      size: filled.map(({ count }) => Number((3 + 4 * Math.sqrt(Math.log10(count))).toFixed(1))),
    },
    text: filled.map(({ count }) => `${count.toLocaleString("en")} rows`),
    hovertemplate: `confidence %{x:.3f}, right %{y:.3f}, %{text}<extra>${name}</extra>`,
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
