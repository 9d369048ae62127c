/**
 * Figures as plain data: every function takes plain data and returns a Plotly figure that is not drawn yet.
 *
 * @module
 */

// Records, beats and rows.
export {
  labelledStripFigure,
  type LabelledStripFigureOptions,
} from "./beats/labelled_strip_figure.ts";
export { recordStripFigure, type RecordStripFigureOptions } from "./beats/record_strip_figure.ts";
export {
  beatBrowserFigure,
  type BeatBrowserFigureOptions,
  type BrowsedBeat,
} from "./beats/beat_browser_figure.ts";
export {
  exampleBeatsFigure,
  type ExampleBeatsFigureOptions,
} from "./beats/example_beats_figure.ts";
export { meanBeatsFigure } from "./beats/mean_beats_figure.ts";
export { classCountsFigure, type ClassCountsFigureOptions } from "./beats/class_counts_figure.ts";
export { classSharesFigure } from "./beats/class_shares_figure.ts";
export { rowLengthsFigure, type RowLengthsFigureOptions } from "./beats/row_lengths_figure.ts";
export {
  type RrInterval,
  rrIntervalsFigure,
  type RrIntervalsFigureOptions,
} from "./beats/rr_intervals_figure.ts";

// Beats as models see them.
export {
  misclassifiedBeatsFigure,
  type MisclassifiedBeatsFigureOptions,
} from "./beats/misclassified_beats_figure.ts";
export {
  confidentMistakesFigure,
  type ConfidentMistakesFigureOptions,
} from "./beats/confident_mistakes_figure.ts";
export {
  disagreedBeatsFigure,
  type DisagreedBeatsFigureOptions,
} from "./beats/disagreed_beats_figure.ts";
export { saliencyBeatsFigure } from "./beats/saliency_beats_figure.ts";
export { meanSaliencyFigure } from "./beats/mean_saliency_figure.ts";

// Reconstructions by an autoencoder, and how unusual beats stand out.
export {
  type ReconstructedBeat,
  reconstructionsFigure,
  type ReconstructionsFigureOptions,
} from "./anomalies/reconstructions_figure.ts";
export {
  type ClassErrors,
  errorDistributionsFigure,
} from "./anomalies/error_distributions_figure.ts";
export {
  type AnomalyCurve,
  type AnomalyCurves,
  anomalyCurvesFigure,
} from "./anomalies/anomaly_curves_figure.ts";
export {
  codePlaneFigure,
  type CodePlaneFigureOptions,
  type PlacedBeat,
} from "./anomalies/code_plane_figure.ts";

// Scores of models.
export {
  confusionMatrixFigure,
  type ConfusionMatrixFigureOptions,
} from "./scores/confusion_matrix_figure.ts";
export { confusionMatricesFigure } from "./scores/confusion_matrices_figure.ts";
export { classScoresFigure } from "./scores/class_scores_figure.ts";
export { classF1Figure } from "./scores/class_f1_figure.ts";
export { macroScoresFigure } from "./scores/macro_scores_figure.ts";
export { reportHeatmapFigure } from "./scores/report_heatmap_figure.ts";
export { rocCurvesFigure } from "./scores/roc_curves_figure.ts";
export { precisionRecallCurvesFigure } from "./scores/precision_recall_curves_figure.ts";
export { reliabilityFigure } from "./scores/reliability_figure.ts";
export {
  type PlottedScores,
  recordScoresFigure,
  type RecordScoresFigureOptions,
} from "./scores/record_scores_figure.ts";
export { patientScoresFigure } from "./scores/patient_scores_figure.ts";
export { classByRecordFigure } from "./scores/class_by_record_figure.ts";
export { modelDifferencesFigure } from "./scores/model_differences_figure.ts";
export { sharedMistakesFigure } from "./scores/shared_mistakes_figure.ts";

// Trainings.
export { lossFigure } from "./training/loss_figure.ts";
export { accuracyName } from "./training/score_names.ts";
export { epochScoresFigure } from "./training/epoch_scores_figure.ts";
export { memoryFigure } from "./training/memory_figure.ts";
export {
  type ProgressPoint,
  type TrainingProgress,
  trainingProgressFigure,
  type TrainingProgressFigureOptions,
} from "./training/training_progress_figure.ts";

// Sweeps.
export {
  bestSoFarFigure,
  type BestSoFarOptions,
  type SearchCourse,
} from "./sweeps/best_so_far_figure.ts";
export {
  fullTrainingsFigure,
  type FullTrainingsOptions,
  type TrainedTwice,
} from "./sweeps/full_trainings_figure.ts";
export {
  earlyStoppingFigure,
  type EarlyStoppingOptions,
  type RunCurve,
} from "./sweeps/early_stopping_figure.ts";
export {
  parallelCoordinatesFigure,
  type ParallelCoordinatesOptions,
} from "./sweeps/parallel_coordinates_figure.ts";
export {
  parameterImportanceFigure,
  type ParameterImportanceOptions,
} from "./sweeps/parameter_importance_figure.ts";

// For figures of one's own, and to draw any of them.
export type { Figure } from "./drawing/figure.ts";
export { axis, figureLayout, type FigureLayoutOptions, inks } from "./drawing/figure_layout.ts";
export { withNote } from "./drawing/with_note.ts";
export { figurePng, type FigurePngOptions } from "./drawing/without_browser/figure_png.ts";
export { figureSvg, type FigureSvgOptions } from "./drawing/without_browser/figure_svg.ts";
export { darkColor } from "./drawing/dark_color.ts";
