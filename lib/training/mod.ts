/**
 * The training loop and its configurations. Knows no ECG.
 *
 * @module
 */

// Training a model.
export { type TrainingEvent, type TrainingOptions, trainModel } from "./train_model.ts";
export type { EpochRecord, History } from "./history.ts";
export { progressLine } from "./progress_line.ts";

// Configurations: defaults, named recipes, and changes of them.
export { type TrainingConfig, trainingDefaults } from "./configuration/training_config.ts";
export type { Augmentation } from "./rows/augment_rows.ts";
export { trainingChoices } from "./configuration/check_config.ts";
export {
  type CompleteRecipe,
  completeRecipe,
  dataChoices,
  type DataConfig,
  dataDefaults,
  type Recipe,
  recipes,
} from "./configuration/recipes.ts";
export { applyOverrides, type OverrideRules } from "./configuration/apply_overrides.ts";
export { nearestName } from "./configuration/nearest_name.ts";

// Folders of trainings.
export { runDirectory } from "./run_directory.ts";
export { kernelsOfCheckpoint } from "./loop/trainer.ts";
