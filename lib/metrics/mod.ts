/**
 * Scores of classifiers as pure functions: numbers in, numbers out, nothing about hearts.
 *
 * @module
 */
export {
  type BootstrapInterval,
  bootstrapInterval,
  type BootstrapOptions,
} from "./bootstrap_interval.ts";
export {
  type ClassificationReport,
  classificationReport,
  type ClassificationReportOptions,
  type ClassScores,
} from "./classification_report.ts";
export { cohenKappa } from "./cohen_kappa.ts";
export {
  fitConformal,
  type FitConformalOptions,
  predictionSets,
  type PredictionSetsOptions,
} from "./conformal.ts";
export { confusionMatrix } from "./confusion_matrix.ts";
export { expectedCalibrationError } from "./expected_calibration_error.ts";
export { applyTemperature, fitTemperature } from "./fit_temperature.ts";
export { jKappa, type JKappaOptions } from "./j_kappa.ts";
export { logLoss } from "./log_loss.ts";
export { type McNemar, mcNemar } from "./mc_nemar.ts";
export { precisionRecallCurve } from "./precision_recall_curve.ts";
export { quantile } from "./quantile.ts";
export {
  type ReliabilityBin,
  reliabilityBins,
  type ReliabilityBinsOptions,
} from "./reliability_bins.ts";
export {
  rocAreaDifference,
  rocAreaInterval,
  type RocAreaIntervalOptions,
} from "./roc_area_interval.ts";
export { rocCurve, type ThresholdCurve } from "./roc_curve.ts";
export { type TopPredictions, topPredictions } from "./top_predictions.ts";
