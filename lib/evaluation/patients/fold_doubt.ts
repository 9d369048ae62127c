import { addCoverage, classSets, type Coverage, noCoverage } from "../coverage.ts";
import { type Doubt, fitDoubt } from "../fit_doubt.ts";

/** A model's doubt by folds, and what its sets of classes hold. */
export interface FoldDoubt {
  /** Fitted on what was said of all patients, each by a model that was not trained on them. */
  doubt: Doubt;
  /** What sets hold that are fitted in the same way on the other folds: what is promised for a new patient. */
  coverage: Coverage;
}

/**
 * Fits a doubt on the predictions of all folds, since a new patient is to a published model what the patients of a fold
 * are to the model that was trained without them; and checks it fold by fold.
 *
 * @param probabilities of each class for each row of each fold, `[folds][rows * classes]`.
 * @param labels of each fold, `[folds][rows]`.
 */
export function foldDoubt(
  probabilities: readonly Float32Array[],
  labels: readonly Uint8Array[],
): FoldDoubt {
  const fitted = (isUsed: (fold: number) => boolean): Doubt =>
    fitDoubt({
      model: "folds",
      role: "validation",
      labels: Uint8Array.from(labels.filter((_, fold) => isUsed(fold)).flatMap((own) => [...own])),
      probabilities: Float32Array.from(
        probabilities.filter((_, fold) => isUsed(fold)).flatMap((own) => [...own]),
      ),
    });
  const coverage = noCoverage();
  probabilities.forEach((own, fold) => {
    const doubt = fitted((other) => other !== fold);
    addCoverage(coverage, classSets(own, doubt), labels[fold]!, doubt);
  });
  return { doubt: fitted(() => true), coverage };
}
