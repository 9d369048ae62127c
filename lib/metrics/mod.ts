/**
 * Scores of classifiers as pure functions: numbers in, numbers out, nothing about hearts.
 *
 * @module
 */
export {
  type BootstrapInterval,
  bootstrapInterval,
  type BootstrapOptions,
} from "./intervals/bootstrap_interval.ts";
export {
  type ClassificationReport,
  classificationReport,
  type ClassificationReportOptions,
  type ClassScores,
} from "./classification_report.ts";
export { cohenKappa } from "./confusion/cohen_kappa.ts";
export {
  fitConformal,
  type FitConformalOptions,
  predictionSets,
  type PredictionSetsOptions,
} from "./probabilities/conformal.ts";
export { confusionMatrix } from "./confusion/confusion_matrix.ts";
export { expectedCalibrationError } from "./probabilities/expected_calibration_error.ts";
export { applyTemperature, fitTemperature } from "./probabilities/fit_temperature.ts";
export { jKappa, type JKappaOptions } from "./j_kappa.ts";
export { logLoss } from "./probabilities/log_loss.ts";
export { type McNemar, mcNemar } from "./intervals/mc_nemar.ts";
export { precisionRecallCurve } from "./curves/precision_recall_curve.ts";
export { quantile } from "./intervals/quantile.ts";
export {
  type ReliabilityBin,
  reliabilityBins,
  type ReliabilityBinsOptions,
} from "./probabilities/reliability_bins.ts";
export {
  rocAreaDifference,
  rocAreaInterval,
  type RocAreaIntervalOptions,
} from "./intervals/roc_area_interval.ts";
export { rocCurve, type ThresholdCurve } from "./curves/roc_curve.ts";
export { type TopPredictions, topPredictions } from "./top_predictions.ts";
