/**
 * Metrics: scores of classifiers as pure functions of numbers.
 *
 * @module
 */

// Scores of labels against predictions.
export {
  type ClassificationReport as Report,
  classificationReport as report,
  type ClassificationReportOptions as ReportOptions,
  type ClassScores,
  cohenKappa,
  confusionMatrix,
  jKappa,
  type JKappaOptions,
} from "lib/metrics/mod.ts";

// Scores of probabilities.
export {
  applyTemperature,
  expectedCalibrationError,
  fitTemperature,
  logLoss,
  precisionRecallCurve,
  type ReliabilityBin,
  reliabilityBins,
  type ReliabilityBinsOptions,
  rocCurve,
  type ThresholdCurve,
  type TopPredictions,
  topPredictions,
} from "lib/metrics/mod.ts";

// How sure a score or a difference is.
export {
  type BootstrapInterval,
  bootstrapInterval,
  type BootstrapOptions,
  type McNemar,
  mcNemar,
  quantile,
} from "lib/metrics/mod.ts";

// Sets of classes that hold the right one as often as promised.
export {
  fitConformal,
  type FitConformalOptions,
  predictionSets,
  type PredictionSetsOptions,
} from "lib/metrics/mod.ts";
