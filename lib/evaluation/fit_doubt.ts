import { applyTemperature, fitConformal, fitTemperature } from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";

/** How far a model's probabilities can be trusted, measured on validation rows; kept in `metrics.json`. */
export interface Doubt {
  /** What the model's logits are divided by before the thresholds are applied. */
  temperature: number;
  /** Classes that count as one: a fusion beat (F) that is called ventricular (V) is no mistake here, as in EC57. */
  groups: number[][];
  /** Probability from which a group belongs to a beat's set, `[groups]`. */
  thresholds: number[];
  /** Share of the beats of each group whose set is to hold it. */
  coverage: number;
  /** Rows of each group that it was measured on, `[groups]`. */
  rows: number[];
}

/**
 * Fits a model's temperature, then its prediction sets by class: see `fitTemperature()` and `fitConformal()`.
 *
 * What the sets promise holds for rows that are exchangeable with the validation rows. Beats of another patient are
 * not quite: on them the sets miss the actual class more often.
 *
 * @param validation What the model said of the validation rows.
 * @param options The share of each group to be covered, 0.85 by default. It was chosen on the folds of DS1, whose patients
 *   the models had not seen: with 0.9, about half of the beats were uncertain there.
 * @throws {Error} When they are no validation rows: fitted on others, doubt would be told too small.
 */
export function fitDoubt(
  validation: Pick<Evaluation, "model" | "role" | "labels" | "probabilities">,
  { coverage = 0.85 }: { coverage?: number } = {},
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
  const groups = classes === 4
    ? [[0], [1], [2, 3]]
    : Array.from({ length: classes }, (_, label) => [label]);
  const thresholds = fitConformal(labels, tempered, classes, { coverage, groups });
  const rows = groups.map((group) => labels.filter((one) => group.includes(one)).length);
  return { temperature, groups, thresholds, coverage, rows };
}
