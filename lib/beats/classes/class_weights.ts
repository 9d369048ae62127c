import { classCounts } from "./class_counts.ts";
import type { Dataset } from "../dataset.ts";

/**
 * A weight for each AAMI class that gives all classes the same sum of weights: rows / (classes x
 * rows of the class), the "balanced" weights of scikit-learn. Classes without rows are not counted
 * and weigh 0.
 *
 * @returns One weight a class, in label order.
 */
export function classWeights(train: Dataset<"train">): number[] {
  const counts = classCounts(train.labels);
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => count > 0 ? train.labels.length / (present * count) : 0);
}
