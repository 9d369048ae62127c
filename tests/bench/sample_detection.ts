import type { DetectionCost } from "../../bench/detection_cost.ts";

/** Each class is told right but for one F taken for V; detection misses a V and invents an N. */
const annotated = [
  [9, 0, 0, 0, 0],
  [0, 4, 0, 0, 0],
  [0, 0, 5, 0, 0],
  [0, 0, 1, 1, 0],
  [0, 0, 0, 0, 0],
];
const detected = annotated.map((row) => row.slice());
[detected[2]![2], detected[2]![4], detected[4]![0]] = [4, 1, 1];

/** A made-up result of a model. */
export function sampleDetection(): DetectionCost {
  return {
    model: "cnn",
    set: "validation",
    records: ["a", "b"],
    source: "made up",
    date: "2026-01-02",
    annotated,
    detected,
  };
}
