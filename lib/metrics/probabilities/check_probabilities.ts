/**
 * Makes sure that there is a probability of every class for every row, and that classes are such.
 *
 * @param actual Class index of every row, `[rows]`.
 * @param probabilities Probability of each class for every row, `[rows * classCount]`, row by row.
 * @throws {RangeError} When there are no rows, lengths differ, or an index or a probability is none.
 */
export function checkProbabilities(
  actual: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  classCount: number,
): void {
  const wrong = (wanted: string, found: string) =>
    new RangeError(`Cannot score probabilities: wanted ${wanted}, found ${found}`);
  if (actual.length === 0) throw wrong("at least one row", "none");
  if (probabilities.length !== actual.length * classCount) {
    throw wrong(
      `${classCount} probabilities for each of ${actual.length} rows`,
      `${probabilities.length} in all`,
    );
  }
  for (let row = 0; row < actual.length; row++) {
    const label = actual[row]!;
    if (!Number.isInteger(label) || label < 0 || label >= classCount) {
      throw wrong(`classes from 0 to ${classCount - 1}`, `${label} in row ${row}`);
    }
  }
  for (let i = 0; i < probabilities.length; i++) {
    const probability = probabilities[i]!;
    // A sum of 32-bit numbers may pass 1 by a little.
    if (!(probability >= 0 && probability <= 1 + 1e-5)) {
      throw wrong(
        "probabilities from 0 to 1",
        `${probability} in row ${Math.floor(i / classCount)}`,
      );
    }
  }
}
