import { rowFrequency } from "lib/beats/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import { axis, axisSuffix, inks, panelTitle } from "../drawing/figure_layout.ts";
import type { Figure } from "../drawing/figure.ts";
import { panelRows } from "../drawing/panel_rows.ts";
import { rounded } from "../drawing/rounded.ts";
import { classColor } from "../scores/class_label.ts";

/** A beat and its reconstruction by an autoencoder. */
export interface ReconstructedBeat {
  /** What stands above its panel; `<br>` begins a second line. */
  title: string;
  /** The number of its class, 0 to 4. */
  label: number;
  /** The beat without its padding, `[values]`. */
  given: ArrayLike<number>;
  /** Its reconstruction, `[values]`; values beyond the beat's end are left out. */
  reconstruction: ArrayLike<number>;
}

/** Options of {@linkcode reconstructionsFigure}. */
export interface ReconstructionsFigureOptions {
  /** The title of the figure. */
  title?: string;
  /** Panels beside each other; 5 by default. */
  columns?: number;
  /** What the values are. */
  unit?: string;
}

/** Beats with their reconstructions, and the area between the two, the error, in the colour of the class. */
export function reconstructionsFigure(
  beats: readonly ReconstructedBeat[],
  {
    title = "Beats and what the code keeps of them",
    columns = 5,
    unit = "scaled signal",
  }: ReconstructionsFigureOptions = {},
): Figure {
  const values = beats.flatMap(({ given, reconstruction }) => [
    ...Array.from(given),
    ...Array.from(reconstruction),
  ]);
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  const range: [number, number] = [low - 0.05 * (high - low), high + 0.05 * (high - low)];
  const longest = Math.max(...beats.map(({ given }) => given.length), 1) / rowFrequency;
  const layout: Partial<Layout> = {
    ...panelRows(title, {
      rows: Math.ceil(beats.length / columns),
      columns,
      panel: 104,
      titleLines: 2,
      columnGap: 0.1,
      subtitle: "dark: the beat; coloured line: given back from the code; filled: what is between",
    }),
    annotations: beats.map(({ title }, panel) => panelTitle(title, panel)),
    showlegend: false,
  };
  beats.forEach((_, panel) => {
    const suffix = axisSuffix(panel);
    const [bottom, left] = [panel + columns >= beats.length, panel % columns === 0];
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(bottom ? "time in s" : "", {
        range: [0, longest],
        nticks: 4,
        showticklabels: bottom,
      }),
      [`yaxis${suffix}`]: axis(left ? unit : "", { range, nticks: 4, showticklabels: left }),
    });
  });
  return { data: beats.flatMap(residualTraces), layout };
}

/** The area between the two, a closed line along the one and back along the other, and then both. */
function residualTraces(
  { label, given, reconstruction }: ReconstructedBeat,
  panel: number,
): Data[] {
  const suffix = axisSuffix(panel);
  const color = classColor(label);
  const returned = Array.from(reconstruction).slice(0, given.length);
  const times = returned.map((_, i) => i / rowFrequency);
  const place = {
    type: "scatter",
    mode: "lines",
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
  } as const;
  const line = (values: ArrayLike<number>, name: string): Data => ({
    ...place,
    x0: 0,
    dx: 1 / rowFrequency,
    y: rounded(values, 3),
    hovertemplate: `%{x:.2f} s, %{y:.2f}<extra>${name}</extra>`,
  });
  return [
    {
      ...place,
      x: rounded([...times, ...times.toReversed()], 4),
      y: rounded([...Array.from(given), ...returned.toReversed()], 3),
      fill: "toself",
      fillcolor: color + "55",
      line: { width: 0 },
      hoverinfo: "skip",
    },
    { ...line(given, "the beat"), line: { color: inks.signal, width: 1.2 } },
    { ...line(returned, "given back"), line: { color, width: 1.5 } },
  ];
}
