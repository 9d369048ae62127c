/**
 * Scores of classifiers as pure functions: numbers in, numbers out, nothing about hearts.
 *
 * @module
 */
export {
  type ClassificationReport,
  classificationReport,
  type ClassificationReportOptions,
  type ClassScores,
} from "./classification_report.ts";
export { confusionMatrix } from "./confusion_matrix.ts";
export { precisionRecallCurve } from "./precision_recall_curve.ts";
export { rocCurve, type ThresholdCurve } from "./roc_curve.ts";
