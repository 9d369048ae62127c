/**
 * Figures as plain data: every function takes plain data and returns a Plotly figure that is not
 * drawn yet.
 *
 * @module
 */
export * from "./beat_browser_figure.ts";
export * from "./class_counts_figure.ts";
export * from "./class_scores_figure.ts";
export * from "./confusion_matrix_figure.ts";
export * from "./example_beats_figure.ts";
export * from "./figure.ts";
export * from "./figure_layout.ts";
export * from "./figure_png.ts";
export * from "./learning_rate_figure.ts";
export { lossFigure } from "./loss_figure.ts";
export * from "./mean_beats_figure.ts";
export * from "./misclassified_beats_figure.ts";
export * from "./precision_recall_figure.ts";
export * from "./record_strip_figure.ts";
export * from "./roc_figure.ts";
export * from "./rr_intervals_figure.ts";
export * from "./training_progress_figure.ts";
export * from "./with_note.ts";
