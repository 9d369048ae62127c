import { classWeights, type Dataset, type DatasetParts, protocols } from "lib/beats/mod.ts";
import type { DataConfig, TrainingConfig } from "lib/training/mod.ts";
import { chosenRows, type RowChoice } from "../chosen_rows.ts";

/** What a model is trained with. */
export interface TrainingRows {
  train: Dataset<"train">;
  validation: Dataset<"validation">;
  /** One for each class of the protocol; undefined where all rows count the same. */
  weights: number[] | undefined;
}

/** The rows that a configuration trains and validates on, and the weights of the classes where it says so. */
export function trainingRows(
  parts: Pick<DatasetParts, "train" | "validation">,
  config: RowChoice & Pick<DataConfig & TrainingConfig, "protocol" | "classWeights">,
): TrainingRows {
  const train = chosenRows(parts.train, config);
  const { classes } = protocols[config.protocol];
  return {
    train,
    validation: chosenRows(parts.validation, { normalOnly: config.normalOnly }),
    weights: config.classWeights ? classWeights(train).slice(0, classes) : undefined,
  };
}
