import type { Beat } from "lib/beats/mod.ts";

/** Beats of the given labels, each with a row that rises to its own height. */
export function sampleBeats(labels: readonly number[]): Beat[] {
  return labels.map((label, index) => ({
    record: "100",
    annotation: index,
    sample: 360 * (index + 1),
    symbol: "NAVF/"[label]!,
    label,
    row: Float32Array.from(
      { length: 187 },
      (_, column) => column / 186 * (index + 1) / labels.length,
    ),
  }));
}

/** One value of every trace of a figure, by its name. */
export function traceValues(figure: { data: object[] }, key: string): unknown[] {
  return figure.data.map((trace) => (trace as Record<string, unknown>)[key]);
}

/** The text of an axis title. */
export function axisTitle(figure: { layout: object }, axis: string): string | undefined {
  const layout = figure.layout as Record<string, { title?: { text?: string } } | undefined>;
  return layout[axis]?.title?.text;
}

/** The lines beneath the title of a figure. */
export function subtitle(figure: { layout: { title?: { subtitle?: { text?: string } } } }): string {
  return figure.layout.title?.subtitle?.text ?? "";
}
