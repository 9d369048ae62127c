import { compareMetrics, type ModelFolder, type ModelMetrics } from "lib/evaluation/mod.ts";

/** What has to be known of the scores: whether they are of the model's kind of records, and as stored. */
export function remarks(found: ModelMetrics, { config, metrics: stored }: ModelFolder): string[] {
  const trained = config.source;
  const foreign = trained.name === found.source.name ? [] : [
    `Trained on ${trained.name}, scored on ${found.source.name}: these scores say nothing about its quality.`,
  ];
  if (stored === undefined) return foreign;
  const { incomparable, movedRows, accuracy } = compareMetrics(found, stored);
  if (incomparable) return [...foreign, `Not compared with metrics.json: ${incomparable}.`];
  if (movedRows === 0) return [...foreign, "metrics.json has the same scores."];
  const moved = `${
    movedRows === 1 ? "1 row is" : `${movedRows} rows are`
  } classified differently, the accuracy differs by ${accuracy.toExponential(1)}`;
  return [...foreign, `metrics.json differs: ${moved}.`];
}
