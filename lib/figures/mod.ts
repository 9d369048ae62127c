/**
 * Figures as plain data: every function takes plain data and returns a Plotly figure that is not
 * drawn yet.
 *
 * @module
 */
export * from "./beat_browser_figure.ts";
export * from "./best_so_far_figure.ts";
export * from "./class_counts_figure.ts";
export * from "./class_f1_figure.ts";
export * from "./class_scores_figure.ts";
export * from "./confident_mistakes_figure.ts";
export * from "./confusion_matrices_figure.ts";
export * from "./confusion_matrix_figure.ts";
export * from "./disagreed_beats_figure.ts";
export * from "./early_stopping_figure.ts";
export * from "./epoch_scores_figure.ts";
export * from "./example_beats_figure.ts";
export * from "./figure.ts";
export * from "./figure_layout.ts";
export * from "./figure_png.ts";
export { lossFigure } from "./loss_figure.ts";
export * from "./macro_scores_figure.ts";
export * from "./mean_beats_figure.ts";
export * from "./mean_saliency_figure.ts";
export * from "./memory_figure.ts";
export {
  misclassifiedBeatsFigure,
  type MisclassifiedBeatsFigureOptions,
} from "./misclassified_beats_figure.ts";
export * from "./model_differences_figure.ts";
export * from "./parallel_coordinates_figure.ts";
export * from "./parameter_importance_figure.ts";
export * from "./precision_recall_curves_figure.ts";
export * from "./record_scores_figure.ts";
export * from "./record_strip_figure.ts";
export * from "./reliability_figure.ts";
export * from "./report_heatmap_figure.ts";
export * from "./roc_curves_figure.ts";
export * from "./row_lengths_figure.ts";
export * from "./rr_intervals_figure.ts";
export * from "./saliency_beats_figure.ts";
export * from "./shared_mistakes_figure.ts";
export * from "./training_progress_figure.ts";
export * from "./with_note.ts";
