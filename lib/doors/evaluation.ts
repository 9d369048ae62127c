/**
 * Evaluation: how good a model is, by class, by record, by patient and beat by beat.
 *
 * @module
 */

// A model on rows.
export {
  evaluateModel as evaluate,
  type EvaluateModelOptions as EvaluateOptions,
  type Evaluation,
  type ModelScoring,
  scoreModel,
  scoreProbabilities,
  type ScoreProbabilitiesOptions,
} from "lib/evaluation/mod.ts";

// By record and by patient.
export {
  type BinaryScores,
  confusionOfCounts,
  type ConfusionOfCountsOptions,
  countedRows,
  countPredictions,
  type FoldMeans,
  foldMeans,
  type FoldScores,
  foldScores,
  type MeanScores,
  meanScores,
  type PatientClassScores,
  type PatientIntervals,
  type PatientMetrics,
  patientMetrics,
  type PatientScores,
  patientScores,
  type PredictionCounts,
  readFolds,
  type RecordScores,
  type RecordScoresRow,
  recordScoresTable,
  scoresByRecord,
  type ScoringConvention,
  scoringConventions,
  type Spread,
  type StoredFolds,
} from "lib/evaluation/mod.ts";

// Models compared.
export {
  compareMetrics,
  compareModels as compare,
  type Disagreement,
  disagreements,
  type MetricsDifference,
  type ModelComparison as Comparison,
  type ScoreComparison,
  type SharedMistakes,
  sharedMistakes,
  type Vote,
  type VotedEvaluation,
} from "lib/evaluation/mod.ts";

// Single beats: mistakes, and what a model looks at.
export {
  meanSaliency,
  type MisclassifiedBeat,
  misclassifiedBeats as misclassified,
  saliency,
  type SaliencyOptions,
  type TracedBeat,
} from "lib/evaluation/mod.ts";

// What an autoencoder gives back of rows, and how unusual they are by it.
export {
  encodeRows as encode,
  type MostUnusualOptions,
  mostUnusualRows as mostUnusual,
  type PickedBeat,
  reconstructedBeats,
  type ReconstructedRows,
  reconstructionErrors,
  reconstructRows as reconstruct,
  type RowCodes,
  rowsAtShare,
} from "lib/evaluation/mod.ts";

// How well unusual beats stand out, and simpler methods to compare with.
export {
  anomaliesText,
  type AnomalyBaseline,
  type AnomalyMetrics,
  anomalyMetrics,
  type AnomalyMetricsOptions,
  type AnomalyScores,
  componentShares,
  type PrincipalComponents,
  principalComponents,
  projectRows,
  usualBeatDistances,
} from "lib/evaluation/mod.ts";

// Whether a confidence is the share of right answers.
export {
  type CalibratedEvaluation,
  calibrateModel as calibrate,
  type Calibration,
  classSets,
  type Coverage,
  type Doubt,
  fitDoubt,
  type Reliability,
} from "lib/evaluation/mod.ts";

// Folders of published models.
export {
  type ClassMetrics,
  type ModelConfig,
  type ModelFolder,
  type ModelMetrics,
  modelMetrics,
  type ModelMetricsOptions,
  type NamedModelFolder,
  readModelFolder as readFolder,
  readModelFolders as readFolders,
  type SeedRun,
  type SeedScores,
  seedScores,
} from "lib/evaluation/mod.ts";
