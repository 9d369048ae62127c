import type { AnomalyMetrics } from "./anomaly_metrics.ts";

/** Scores of an autoencoder as text, one line each. */
export function anomaliesText(
  { rows, role, source, split, area, all, classes, baselines }: AnomalyMetrics,
): string {
  const line = ({ letter, beats, area, averagePrecision, sensitivity }: typeof all) =>
    `${letter.padEnd(6)} ${beats.toLocaleString("en").padStart(7)} beats: area ${
      area.toFixed(4)
    }, average precision ${averagePrecision.toFixed(4)}, sensitivity ${sensitivity.toFixed(4)}`;
  const span = ({ estimate, low, high }: typeof area) =>
    Number.isNaN(low)
      ? `${estimate.toFixed(4)} (interval not known)`
      : `${estimate.toFixed(4)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  return [
    `${rows.toLocaleString("en")} ${role} rows of ${source.name}; split: ${split}`,
    `area under the ROC curve, not N against N: ${span(area)}`,
    ...[all, ...classes].map(line),
    ...baselines.map(({ name, area, difference }) =>
      `${name}: area ${span(area)}; this model's less that: ${span(difference)}`
    ),
  ].join("\n");
}
