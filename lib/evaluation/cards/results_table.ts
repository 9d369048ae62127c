import { aamiClasses } from "lib/beats/mod.ts";
import type { ModelMetrics } from "../model_metrics.ts";
import type { ModelFolder } from "../read_model_folder.ts";

/** A published model: its folder's name and what lies there. */
export interface PublishedModel extends ModelFolder {
  /** Name of its folder. */
  name: string;
  /** The model's scores. */
  metrics: ModelMetrics;
}

/** The published models as a table in Markdown; every number comes from their files. */
export function resultsTable(models: readonly PublishedModel[]): string {
  const head = [
    "model",
    "split",
    "trained on",
    "epochs (best)",
    "time",
    "accuracy",
    "macro-F1",
    ...aamiClasses.map(({ letter }) => `F1 ${letter}`),
    "seeds: accuracy",
    "seeds: macro-F1",
    "commit",
  ];
  const rows = models.map(({ name, config, history, metrics }) => [
    `[${name}](models/${name})`,
    metrics.split,
    `${config.rows.toLocaleString("en")} rows, batch ${config.batchSize}`,
    `${history.epochs.length} (${history.bestEpoch})`,
    minutes(history.epochs.reduce((sum, { seconds }) => sum + seconds, 0)),
    metrics.accuracy.toFixed(4),
    metrics.macroF1.toFixed(4),
    ...metrics.classes.map(({ f1 }) => f1.toFixed(3)),
    ...(["accuracy", "macroF1"] as const).map((key) => spread(metrics, key)),
    metrics.commit ?? "-",
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function minutes(seconds: number): string {
  return `${Math.round(seconds / 60)} min`;
}

/** Mean and, of two or more, the standard deviation. */
function spread({ seeds }: ModelMetrics, key: "accuracy" | "macroF1"): string {
  if (!seeds || seeds.runs.length < 2) return "one seed";
  const { mean, deviation, runs } = seeds;
  return `${mean[key].toFixed(4)} ± ${deviation[key].toFixed(4)} (${runs.length})`;
}
