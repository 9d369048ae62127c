import { classWeights, type Dataset, protocols } from "lib/beats/mod.ts";
import type { DataConfig, TrainingConfig } from "lib/training/mod.ts";

/** A weight in the loss for each class of a configuration's protocol, where `classWeights` asks for them. */
export function lossWeights(
  { classWeights: wanted, protocol }: Pick<
    DataConfig & TrainingConfig,
    "classWeights" | "protocol"
  >,
  train: Dataset<"train">,
): number[] | undefined {
  return wanted ? classWeights(train).slice(0, protocols[protocol].classes) : undefined;
}
