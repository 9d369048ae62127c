import type { DataSource } from "lib/beats/mod.ts";
import { confusionOfCounts, type PredictionCounts } from "./count_predictions.ts";
import type { Coverage } from "../coverage.ts";
import type { Doubt } from "../fit_doubt.ts";
import { type MeanScores, meanScores } from "./mean_scores.ts";
import { type PatientScores, patientScores } from "./patient_scores.ts";

/** What folds over patients gave, as `models/folds` holds it. */
export interface StoredFolds {
  /** The recipe that was trained. */
  recipe: string;
  /**
   * Of the network, the training and the rows, with the folders of more records to train on (`more`) where there were
   * any; its seed is the first of the seeds.
   */
  config: object;
  /** Number of folds. */
  folds: number;
  /** Where the records come from. */
  source: DataSource;
  /** The project's commit that made them. */
  commit?: string;
  /** What the models of each seed said of the patients left out: of all beats, and of those after five minutes. */
  seeds: {
    seed: number;
    predictions: PredictionCounts;
    later: PredictionCounts;
    /** Fitted on the predictions of all folds. */
    doubt?: Doubt;
    /** What sets of classes hold that are fitted on the predictions of the other folds. */
    coverage?: Coverage;
  }[];
  /** Of the mean of all seeds' probabilities. */
  ensemble: PredictionCounts;
}

/** Scores over all folds together: of a seed, of a seed after the first five minutes, or of all seeds as one. */
export interface FoldScores {
  /** The recipe and what was scored. */
  name: string;
  /** The scores. */
  scores: PatientScores;
  /** The scores in one line. */
  text: string;
}

/** The scores of stored folds, of all their beats together, N, S, V and F. */
export function foldScores({ recipe, seeds, ensemble }: StoredFolds): FoldScores[] {
  const line = (what: string, counts: PredictionCounts): FoldScores => {
    const scores = patientScores(confusionOfCounts(Object.values(counts)));
    const name = `${recipe}, ${what}`;
    return { name, scores, text: `${name}: ${scoresText(scores)}` };
  };
  return [
    ...seeds.flatMap(({ seed, predictions, later }) => [
      line(`seed ${seed}`, predictions),
      ...(Object.keys(later).length > 0 ? [line(`seed ${seed}, after five minutes`, later)] : []),
    ]),
    ...(seeds.length > 1 ? [line(`ensemble of ${seeds.length} seeds`, ensemble)] : []),
  ];
}

/** Means over the seeds of stored folds. */
export interface FoldMeans {
  /** Number of folds. */
  folds: number;
  /** Of all beats of the patients left out. */
  scores: MeanScores;
  /** Of those after the first five minutes, for a comparison with adapted models; undefined in shorter records. */
  later?: MeanScores;
  /** All seeds as one, for more than one. */
  ensemble?: PatientScores;
}

/** The means over the seeds of stored folds. */
export function foldMeans({ folds, seeds, ensemble }: StoredFolds): FoldMeans {
  const scoresOf = (counts: PredictionCounts) =>
    patientScores(confusionOfCounts(Object.values(counts)));
  return {
    folds,
    scores: meanScores(seeds.map(({ predictions }) => scoresOf(predictions))),
    ...(Object.keys(seeds[0]!.later).length > 0
      ? { later: meanScores(seeds.map(({ later }) => scoresOf(later))) }
      : {}),
    ...(seeds.length > 1 ? { ensemble: scoresOf(ensemble) } : {}),
  };
}

function scoresText({ accuracy, macroF1, jKappa, classes }: PatientScores): string {
  return `accuracy ${accuracy.toFixed(3)}, macro-F1 ${macroF1.toFixed(3)}, j-kappa ${
    jKappa.toFixed(3)
  }, ` +
    classes.map(({ letter, f1 }) => `${letter} ${f1.toFixed(3)}`).join(" ");
}
