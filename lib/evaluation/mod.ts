/**
 * How good a model is on rows, record by record and beat by beat, and what is kept of it.
 *
 * @module
 */
export * from "./calibrate_model.ts";
export * from "./compare_metrics.ts";
export * from "./compare_models.ts";
export * from "./beats/disagreements.ts";
export { evaluateModel, type EvaluateModelOptions } from "./evaluate_model.ts";
export * from "./evaluation.ts";
export * from "./beats/mean_saliency.ts";
export * from "./beats/misclassified_beats.ts";
export * from "./cards/model_card.ts";
export * from "./model_metrics.ts";
export * from "./read_model_folder.ts";
export * from "./read_model_folders.ts";
export * from "./cards/results_table.ts";
export * from "./beats/saliency.ts";
export * from "./score_probabilities.ts";
export * from "./scores_by_record.ts";
export * from "./cards/seed_scores.ts";
export * from "./beats/shared_mistakes.ts";
export * from "./beats/traced_beat.ts";
