import type { Evaluation } from "./evaluation.ts";

/**
 * Fails unless models were evaluated on the same rows, as far as their labels say.
 *
 * @param purpose What was to be done, for the message: "compare".
 */
export function requireSameRows(
  evaluations: readonly Pick<Evaluation, "model" | "labels">[],
  purpose: string,
): void {
  const [first, ...others] = evaluations;
  for (const other of others) {
    const [rows, otherRows] = [first!.labels.length, other.labels.length];
    if (rows === otherRows && first!.labels.every((label, row) => label === other.labels[row])) {
      continue;
    }
    throw new Error(
      `Cannot ${purpose} "${
        first!.model
      }" and "${other.model}": wanted evaluations of the same rows, ` +
        `found other labels (${rows} and ${otherRows} rows)`,
    );
  }
}
