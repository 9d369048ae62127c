import type { ModelMetrics } from "./model_metrics.ts";

/** How metrics differ from those that were stored. */
export interface MetricsDifference {
  /** Why the two cannot be compared; undefined when they can. */
  incomparable: string | undefined;
  /** Rows that lie in another cell of the confusion matrix, at least. */
  movedRows: number;
  /** Difference of the accuracies. */
  accuracy: number;
  /** Difference of the macro-F1. */
  macroF1: number;
}

/**
 * Compares metrics of a model with those that were stored for it. Another machine may round otherwise and move
 * a row or two that lay between two classes.
 *
 * @returns Differences as `found` less `stored`.
 */
export function compareMetrics(found: ModelMetrics, stored: ModelMetrics): MetricsDifference {
  const place = (metrics: ModelMetrics) =>
    `${metrics.rows} ${metrics.role} rows of ${metrics.source.name}, split "${metrics.split}"`;
  const isSame = place(found) === place(stored);
  const changes = found.confusion.flatMap((row, actual) =>
    row.map((count, predicted) => Math.abs(count - (stored.confusion[actual]?.[predicted] ?? 0)))
  );
  return {
    incomparable: isSame ? undefined : `${place(found)} were scored here, ${place(stored)} then`,
    movedRows: changes.reduce((sum, change) => sum + change, 0) / 2,
    accuracy: found.accuracy - stored.accuracy,
    macroF1: found.macroF1 - stored.macroF1,
  };
}
