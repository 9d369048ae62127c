/**
 * Figures as plain data: every function takes plain data and returns a Plotly figure that is not
 * drawn yet.
 *
 * @module
 */
export * from "./beats/beat_browser_figure.ts";
export * from "./sweeps/best_so_far_figure.ts";
export * from "./beats/class_counts_figure.ts";
export * from "./scores/class_f1_figure.ts";
export * from "./scores/class_scores_figure.ts";
export * from "./beats/confident_mistakes_figure.ts";
export * from "./scores/confusion_matrices_figure.ts";
export * from "./scores/confusion_matrix_figure.ts";
export * from "./beats/disagreed_beats_figure.ts";
export * from "./sweeps/early_stopping_figure.ts";
export * from "./training/epoch_scores_figure.ts";
export * from "./beats/example_beats_figure.ts";
export * from "./drawing/figure.ts";
export * from "./drawing/figure_layout.ts";
export * from "./drawing/figure_png.ts";
export { lossFigure } from "./training/loss_figure.ts";
export * from "./scores/macro_scores_figure.ts";
export * from "./beats/mean_beats_figure.ts";
export * from "./beats/mean_saliency_figure.ts";
export * from "./training/memory_figure.ts";
export {
  misclassifiedBeatsFigure,
  type MisclassifiedBeatsFigureOptions,
} from "./beats/misclassified_beats_figure.ts";
export * from "./scores/model_differences_figure.ts";
export * from "./sweeps/parallel_coordinates_figure.ts";
export * from "./sweeps/parameter_importance_figure.ts";
export * from "./scores/precision_recall_curves_figure.ts";
export * from "./scores/record_scores_figure.ts";
export * from "./beats/record_strip_figure.ts";
export * from "./scores/reliability_figure.ts";
export * from "./scores/report_heatmap_figure.ts";
export * from "./scores/roc_curves_figure.ts";
export * from "./beats/row_lengths_figure.ts";
export * from "./beats/rr_intervals_figure.ts";
export * from "./beats/saliency_beats_figure.ts";
export * from "./scores/shared_mistakes_figure.ts";
export * from "./training/training_progress_figure.ts";
export * from "./drawing/with_note.ts";
