import type { ThresholdCurve } from "lib/metrics/mod.ts";
import type { Dash, Data } from "plotly.js-dist-min";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, inks, panelTitle } from "../drawing/figure_layout.ts";
import { panelRows } from "../drawing/panel_rows.ts";
import { visiblePoints } from "../drawing/visible_points.ts";
import { colorOfLetter } from "../scores/class_label.ts";

/** The curves of one class against the normal beats. */
export interface AnomalyCurve {
  /** The letter of the class, or "not N" for all. */
  letter: string;
  /** Sensitivity (y) over the false positive rate (x), each 0 to 1. */
  roc: Pick<ThresholdCurve, "x" | "y" | "area">;
  /** Precision (y) over recall (x), each 0 to 1. */
  pr: Pick<ThresholdCurve, "x" | "y" | "area">;
}

/** Curves of the same rows. */
export interface AnomalyCurves {
  /** What stands above the column. */
  title: string;
  /** One for each class, in the order of the legend. */
  curves: readonly AnomalyCurve[];
}

/** Receiver operating characteristics above, precision over recall beneath, one column for each set of curves. */
export function anomalyCurvesFigure(sets: readonly AnomalyCurves[]): Figure {
  const columns = sets.length;
  const names = new Set(sets.flatMap(({ curves }) => curves.map(({ letter }) => letter)));
  const layout = {
    ...panelRows("Unusual beats found, against false alarms", {
      rows: 2,
      columns,
      panel: 230,
      names: names.size,
      subtitle: "each class against the normal beats; the areas stand in the panels",
    }),
    annotations: sets.flatMap(({ title, curves }, column) => [
      panelTitle(title, column),
      areas(curves.map(({ letter, roc }) => [letter, roc.area]), column, "right"),
      areas(curves.map(({ letter, pr }) => [letter, pr.area]), column + columns, "left"),
    ]),
  };
  const told = new Set<string>();
  const data: Data[] = [];
  sets.forEach(({ curves }, column) => {
    const [upper, lower] = [axisSuffix(column), axisSuffix(column + columns)];
    const left = column === 0;
    Object.assign(layout, {
      [`xaxis${upper}`]: axis("false positive rate", { range: [-0.01, 1.01] }),
      [`yaxis${upper}`]: axis(left ? "sensitivity" : "", { range: [0, 1.02] }),
      [`xaxis${lower}`]: axis("recall", { range: [-0.01, 1.01] }),
      [`yaxis${lower}`]: axis(left ? "precision" : "", { range: [0, 1.02] }),
    });
    for (const { letter, roc, pr } of curves) {
      data.push(
        line(letter, roc, { suffix: upper, shape: "linear", told: told.has(letter) }),
        line(letter, pr, { suffix: lower, shape: "vh", told: true }),
      );
      told.add(letter);
    }
  });
  return { data, layout };
}

function line(
  letter: string,
  { x, y }: AnomalyCurve["roc"],
  { suffix, shape, told }: { suffix: string; shape: "linear" | "vh"; told: boolean },
): Data {
  const points = visiblePoints(x, y);
  return {
    type: "scatter",
    mode: "lines",
    name: letter,
    legendgroup: letter,
    showlegend: !told,
    x: points.map((point) => point.x),
    y: points.map((point) => point.y),
    line: { ...styleOf(letter), shape },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    hovertemplate: `(%{x:.3f}, %{y:.3f})<extra>${letter}</extra>`,
  };
}

function styleOf(letter: string): { color: string; width: number; dash: Dash } {
  return letter.length > 1
    ? { color: inks.text, width: 2.4, dash: "solid" }
    : { color: colorOfLetter(letter), width: 1.6, dash: "solid" };
}

function areas(lines: [string, number][], panel: number, side: "left" | "right") {
  const text = lines.map(([letter, area]) =>
    `<span style="color:${styleOf(letter).color}">${letter} ${area.toFixed(3)}</span>`
  );
  return {
    ...panelTitle(text.join("<br>"), panel),
    x: side === "left" ? 0.04 : 0.97,
    y: 0.05,
    xanchor: side,
    align: side,
    bgcolor: "rgba(255,255,255,0.8)",
  } as const;
}
