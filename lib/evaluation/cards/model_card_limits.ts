import { rowFrequency } from "lib/beats/mod.ts";
import { confusionOfCounts } from "../patients/count_predictions.ts";
import { type PatientMetrics, recordWithMost } from "../patients/patient_metrics.ts";
import type { ModelMetrics } from "../model_metrics.ts";

/** What a model's scores do not say, as a list in Markdown. */
export function modelCardLimits({ split, source, classes, patients }: ModelMetrics): string {
  const rare = classes.filter(({ support }) => support > 0)
    .reduce((a, b) => b.support < a.support ? b : a);
  const limits = [
    "Not a medical device, and not for decisions about patients.",
    ...(/random/.test(split)
      ? [
        "The split is random by beat: training and test rows share patients, so the scores say nothing " +
        "about new patients. Expect far lower scores there.",
      ]
      : []),
    ...(patients ? patientLimits(patients) : []),
    ...(/MIT-BIH/.test(source.name) && classes.length === 5
      ? [
        "Nearly all beats of class Q are paced beats of four records: the class says little about " +
        "unclassifiable beats.",
      ]
      : []),
    `Class ${rare.letter} has ${rare.support.toLocaleString("en")} scored beats: its ` +
    "scores are the least certain.",
    patients
      ? "One lead, MLII, and annotated R peaks: other leads and detected R peaks were not scored here."
      : `One lead at ${rowFrequency} Hz, scaled to 0 to 1 beat by beat: other leads, filters or scalings were not tried.`,
  ];
  return limits.map((limit) => `- ${limit}`).join("\n");
}

/** Which single records the scores depend on: those with more than half of a class's beats. */
function patientLimits({ predictions, scores }: PatientMetrics): string[] {
  return [[1, "S"] as const, [3, "F"] as const].flatMap(([label, letter]) => {
    const { "202": _, ...counts } = predictions;
    const record = recordWithMost(counts, label);
    if (record === undefined) return [];
    const own = confusionOfCounts([counts[record]!])[label]!.reduce((sum, one) => sum + one, 0);
    const share = own / scores.classes[label]!.beats;
    if (share <= 0.5) return [];
    return [
      `Record ${record} has ${
        Math.round(100 * share)
      } % of the scored beats of class ${letter}: the class's scores are mostly that ` +
      "patient's.",
    ];
  });
}
