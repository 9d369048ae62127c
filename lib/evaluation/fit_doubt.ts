import { applyTemperature, fitConformal, fitTemperature } from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";

/** How far a model's probabilities can be trusted, measured on validation rows; kept in `metrics.json`. */
export interface Doubt {
  /** What the model's logits are divided by before the thresholds are applied. */
  temperature: number;
  /** Probability from which a class belongs to a beat's set, `[classes]`. */
  thresholds: number[];
  /** Share of the beats of each class whose set is to hold their class. */
  coverage: number;
  /** Validation rows of each class that it was measured on, `[classes]`. */
  rows: number[];
}

/**
 * Fits a model's temperature, then its prediction sets by class: see `fitTemperature()` and `fitConformal()`.
 *
 * What the sets promise holds for rows that are exchangeable with the validation rows. Beats of another patient are
 * not quite: on them the sets miss the actual class more often.
 *
 * @param validation What the model said of the validation rows.
 * @param options The share of each class to be covered, 0.9 by default.
 * @throws {Error} When they are no validation rows: fitted on others, doubt would be told too small.
 */
export function fitDoubt(
  validation: Pick<Evaluation, "model" | "role" | "labels" | "probabilities">,
  { coverage = 0.9 }: { coverage?: number } = {},
): Doubt {
  const { model, role, labels, probabilities } = validation;
  if (role !== "validation") {
    throw new Error(
      `Cannot fit the doubt of "${model}": wanted validation rows, found ${role} rows`,
    );
  }
  const classes = probabilities.length / labels.length;
  const temperature = fitTemperature(labels, probabilities, classes);
  const tempered = applyTemperature(probabilities, classes, { temperature });
  const thresholds = fitConformal(labels, tempered, classes, { coverage });
  const rows = thresholds.map((_, label) => labels.filter((one) => one === label).length);
  return { temperature, thresholds, coverage, rows };
}
