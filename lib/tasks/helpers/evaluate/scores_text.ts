import type { ModelMetrics } from "lib/evaluation/mod.ts";

/** The scores as a table of text. */
export function scoresText(metrics: ModelMetrics): string {
  const { rows, role, source, split, accuracy, macroF1, classes } = metrics;
  const count = (value: number) => value.toLocaleString("en");
  const line = (cells: string[]) => cells.map((cell) => cell.padStart(11)).join("");
  return [
    `${count(rows)} ${role} rows of ${source.name}; split: ${split}`,
    line(["class", "precision", "recall", "F1", "beats"]),
    ...classes.map(({ letter, precision, recall, f1, support }) =>
      line([letter, ...[precision, recall, f1].map((score) => score.toFixed(4)), count(support)])
    ),
    `accuracy ${accuracy.toFixed(4)}, macro-F1 ${macroF1.toFixed(4)}`,
  ].join("\n");
}
