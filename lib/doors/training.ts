/**
 * Training: the loop, its configuration, and recipes.
 *
 * @module
 */

// Training a model.
export {
  type EpochRecord,
  type History,
  progressLine,
  type TrainingEvent,
  type TrainingOptions,
  trainModel as train,
} from "lib/training/mod.ts";

// Configurations: defaults, named recipes, and changes of them.
export {
  applyOverrides,
  type Augmentation,
  type CompleteRecipe,
  completeRecipe,
  type DataConfig,
  dataDefaults,
  type OverrideRules,
  type Recipe,
  recipes,
  trainingChoices as choices,
  type TrainingConfig as Config,
  trainingDefaults as defaults,
} from "lib/training/mod.ts";

// The folder that a training keeps its files in.
export { runDirectory } from "lib/training/mod.ts";
