import { type Dataset, fitStandardizer, protocols } from "lib/beats/mod.ts";
import type { FamilyConfig, ModelSetting } from "lib/models/mod.ts";
import type { DataConfig, TrainingConfig } from "lib/training/mod.ts";

/** What a model must fit to learn from training rows, and what is known of them before. */
export function modelSetting(
  { view, contextUnits, protocol, seed }: DataConfig & TrainingConfig & FamilyConfig,
  train: Dataset<"train">,
): ModelSetting {
  const setting: ModelSetting = {
    seed,
    classes: protocols[protocol].classes,
    standardizer: fitStandardizer(train, { input: view }),
    inputShape: train.inputs[view]!.shape,
  };
  const context = train.inputs.context;
  if (contextUnits === 0 || !context) return setting;
  const standardizer = fitStandardizer(train, { input: "context" });
  return { ...setting, context: { length: context.shape[0]!, standardizer } };
}
