import { type BeatProvenance, labelOfSymbol } from "lib/beats/mod.ts";

/**
 * What a model said of the beats of each record: for each annotation symbol how many beats it called N, S, V and F
 * (and Q, if it knows that class). Every score by patient, in whatever convention, is a sum over it.
 */
export type PredictionCounts = Record<string, Record<string, number[]>>;

/**
 * Counts predictions by record and symbol, both in order of their names.
 *
 * @param predicted the class of each row, `[rows]`.
 * @param classes how many classes the model knows.
 */
export function countPredictions(
  provenance: readonly BeatProvenance[],
  predicted: ArrayLike<number>,
  { classes = 4 }: { classes?: number } = {},
): PredictionCounts {
  const counts: PredictionCounts = {};
  const keys = provenance.map(({ record, symbol }, row) => ({ record, symbol, row }))
    .sort((a, b) =>
      a.record < b.record ? -1 : a.record > b.record ? 1 : a.symbol < b.symbol ? -1 : 1
    );
  for (const { record, symbol, row } of keys) {
    const own = (counts[`${record}`] ??= {})[symbol] ??= new Array(classes).fill(0);
    own[predicted[row]!]!++;
  }
  return counts;
}

/** Options of {@linkcode confusionOfCounts}. */
export interface ConfusionOfCountsOptions {
  /** Classes of the matrix; 4 (N, S, V and F) by default. */
  classes?: number;
  /** The class of a symbol, undefined for beats that are not counted; the table of AAMI classes by default. */
  labelOf?: (symbol: string) => number | undefined;
}

/** The confusion matrix, `[actual][predicted]`, of some records; beats of classes beyond the matrix are left out. */
export function confusionOfCounts(
  counts: readonly Record<string, number[]>[],
  { classes = 4, labelOf = labelOfSymbol }: ConfusionOfCountsOptions = {},
): number[][] {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const ofRecord of counts) {
    for (const [symbol, predicted] of Object.entries(ofRecord)) {
      const actual = labelOf(symbol);
      if (actual === undefined || actual >= classes) continue;
      predicted.forEach((count, label) => confusion[actual]![label]! += count);
    }
  }
  return confusion;
}
