import type { ModelMetrics } from "../model_metrics.ts";

/** What a model's scores do not say, as a list in Markdown. */
export function modelCardLimits({ split, source, classes }: ModelMetrics): string {
  const rare = classes.filter(({ support }) => support > 0)
    .reduce((a, b) => b.support < a.support ? b : a);
  const limits = [
    "Not a medical device, and not for decisions about patients.",
    ...(/random/.test(split)
      ? [
        "The split is random by beat: beats of one patient are on both sides, so the scores say nothing " +
        "about patients who were not trained on. Expect far lower ones there.",
      ]
      : []),
    ...(/MIT-BIH/.test(source.name)
      ? [
        "Nearly all beats of class Q are paced beats of four records: the class says little about " +
        "beats that cannot be classified.",
      ]
      : []),
    `Class ${rare.letter} has ${
      rare.support.toLocaleString("en")
    } beats among the scored ones: its ` +
    "scores are the least certain.",
    "One lead at 120 Hz, scaled to 0 to 1 beat by beat: other leads, filters or scalings were not tried.",
  ];
  return limits.map((limit) => `- ${limit}`).join("\n");
}
