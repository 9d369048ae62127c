import type { Evaluation } from "../evaluation.ts";
import { requireSameRows } from "../require_same_rows.ts";

/** How many rows several models get wrong, alone and together. */
export interface SharedMistakes {
  /** Names of the models. */
  models: string[];
  /** Rows that both of two models get wrong, `[model][model]`; along the diagonal the errors of one. */
  counts: number[][];
  /** Rows that every model gets wrong. */
  everyone: number;
  /** Rows that at least one model gets wrong. */
  anyone: number;
  /** Number of rows. */
  rows: number;
}

/**
 * Counts the mistakes that models share. What all get wrong is hard by itself; what one alone gets wrong, another
 * could make good.
 *
 * @throws {RangeError} When there is no model.
 * @throws {Error} When they were not evaluated on the same rows.
 */
export function sharedMistakes(
  evaluations: readonly Pick<Evaluation, "model" | "labels" | "predicted">[],
): SharedMistakes {
  const [first] = evaluations;
  if (first === undefined) {
    throw new RangeError("Cannot count shared mistakes: wanted at least one model, found none");
  }
  requireSameRows(evaluations, "count the shared mistakes of");
  const wrong = evaluations.map(({ labels, predicted }) =>
    Array.from(labels, (label, row) => label !== predicted[row])
  );
  const rows = first.labels.length;
  const count = (isMeant: (row: number) => boolean) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) if (isMeant(row)) sum++;
    return sum;
  };
  return {
    models: evaluations.map(({ model }) => model),
    counts: wrong.map((own) => wrong.map((others) => count((row) => own[row]! && others[row]!))),
    everyone: count((row) => wrong.every((mistakes) => mistakes[row])),
    anyone: count((row) => wrong.some((mistakes) => mistakes[row])),
    rows,
  };
}
