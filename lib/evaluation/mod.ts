/**
 * How good a model is on rows, record by record and beat by beat, and what is kept of it.
 *
 * @module
 */

// A model on rows.
export { evaluateModel, type EvaluateModelOptions } from "./evaluate_model.ts";
export {
  countedRows,
  meanProbabilities,
  type ModelScoring,
  scoreCounted,
  scoreModel,
} from "./score_model.ts";
export { scoreProbabilities, type ScoreProbabilitiesOptions } from "./score_probabilities.ts";
export type { Evaluation } from "./evaluation.ts";
export {
  type RecordScores,
  type RecordScoresRow,
  recordScoresTable,
  scoresByRecord,
} from "./scores_by_record.ts";

// By patient: counts of predictions, scores in the terms of the field, intervals, and folds.
export {
  confusionOfCounts,
  type ConfusionOfCountsOptions,
  countPredictions,
  type PredictionCounts,
} from "./patients/count_predictions.ts";
export {
  type PatientClassScores,
  type PatientScores,
  patientScores,
} from "./patients/patient_scores.ts";
export {
  type PatientIntervals,
  type PatientMetrics,
  patientMetrics,
} from "./patients/patient_metrics.ts";
export {
  type BinaryScores,
  type ScoringConvention,
  scoringConventions,
} from "./patients/scoring_conventions.ts";
export { type MeanScores, meanScores, type Spread } from "./patients/mean_scores.ts";
export {
  type FoldMeans,
  foldMeans,
  type FoldScores,
  foldScores,
  type StoredFolds,
} from "./patients/fold_scores.ts";

export { readFolds } from "./patients/read_folds.ts";

// Models beside each other.
export { compareModels, type ModelComparison, type ScoreComparison } from "./compare_models.ts";
export { compareMetrics, type MetricsDifference } from "./compare_metrics.ts";
export {
  type Disagreement,
  disagreements,
  type Vote,
  type VotedEvaluation,
} from "./beats/disagreements.ts";
export { type SharedMistakes, sharedMistakes } from "./beats/shared_mistakes.ts";

// Single beats: mistakes, and what a model looks at.
export { type MisclassifiedBeat, misclassifiedBeats } from "./beats/misclassified_beats.ts";
export type { TracedBeat } from "./beats/traced_beat.ts";
export { saliency, type SaliencyOptions } from "./beats/saliency.ts";
export { meanSaliency } from "./beats/mean_saliency.ts";

// Rows that an autoencoder gives back, and how far normal beats are from others by it.
export {
  type ReconstructedRows,
  reconstructionErrors,
  reconstructRows,
} from "./anomalies/reconstruct_rows.ts";
export { encodeRows, type RowCodes } from "./anomalies/encode_rows.ts";
export {
  type MostUnusualOptions,
  mostUnusualRows,
  type PickedBeat,
  reconstructedBeats,
  rowsAtShare,
} from "./anomalies/pick_rows.ts";
export {
  componentShares,
  type PrincipalComponents,
  principalComponents,
  projectRows,
} from "./anomalies/principal_components.ts";
export { anomaliesText } from "./anomalies/anomalies_text.ts";
export { usualBeatDistances } from "./anomalies/usual_beat_distances.ts";
export {
  type AnomalyBaseline,
  type AnomalyMetrics,
  anomalyMetrics,
  type AnomalyMetricsOptions,
  type AnomalyScores,
} from "./anomalies/anomaly_metrics.ts";

// Whether a confidence is what it says.
export {
  type CalibratedEvaluation,
  calibrateModel,
  type Calibration,
  type Reliability,
} from "./calibrate_model.ts";
export { type Doubt, fitDoubt } from "./fit_doubt.ts";
export { type FoldDoubt, foldDoubt } from "./patients/fold_doubt.ts";
export { addCoverage, classSets, type Coverage, noCoverage } from "./coverage.ts";

// Folders of models: what was measured, and what is read of them.
export {
  type ClassMetrics,
  type ModelMetrics,
  modelMetrics,
  type ModelMetricsOptions,
} from "./model_metrics.ts";
export { type SeedRun, type SeedScores, seedScores } from "./cards/seed_scores.ts";
export { type ModelConfig, type ModelFolder, readModelFolder } from "./read_model_folder.ts";
export { type NamedModelFolder, readModelFolders } from "./read_model_folders.ts";
export { anomalyCard, type AnomalyCardFacts } from "./cards/anomaly_card.ts";
export { modelCard, type ModelCardFacts } from "./cards/model_card.ts";
export { type PublishedModel, resultsTable } from "./cards/results_table.ts";
export { patientResultsTable, splitGapSentence } from "./cards/patient_results_table.ts";
