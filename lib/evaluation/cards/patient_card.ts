import type { MeanScores } from "../patients/mean_scores.ts";
import { meanScores } from "../patients/mean_scores.ts";
import type { PatientMetrics } from "../patients/patient_metrics.ts";
import type { PatientScores } from "../patients/patient_scores.ts";
import type { SeedScores } from "./seed_scores.ts";
import { table } from "./table.ts";

/** The part of a card on how well a model does on patients whom it was not trained on, in Markdown. */
export function patientCard(patients: PatientMetrics, seeds: SeedScores | undefined): string {
  const { scores, intervals, records, conventions, ensemble, folds } = patients;
  const ofSeeds = seeds?.runs.flatMap((run) => run.patients ?? []) ?? [];
  return [
    "## By patient",
    `Over the classes N, S, V and F: macro-F1 **${score(scores.macroF1)}** ` +
    `(95 % bootstrap interval, patients resampled: ${interval(intervals.macroF1)}), ` +
    `j-kappa **${score(scores.jKappa)}** (${interval(intervals.jKappa)}), kappa ${
      score(scores.kappa)
    }.`,
    table(
      ["class", "Se", "+P", "F1", "95 % interval", "beats"],
      scores.classes.map(({ letter, sensitivity, positivePredictivity, f1, beats }) => [
        letter,
        ...[sensitivity, positivePredictivity, f1].map(score),
        interval(intervals.f1[letter]!),
        beats.toLocaleString("en"),
      ]),
    ),
    "Means ± standard deviations over seeds, and the same scores on other sets of records:",
    table(scoreHead, [
      ...(ofSeeds.length > 1
        ? [meanRow(`mean of ${ofSeeds.length} seeds`, meanScores(ofSeeds))]
        : []),
      scoreRow("this seed", scores),
      ...(records.with202 ? [scoreRow("with record 202", records.with202)] : []),
      ...records.without.map(({ record, letter, scores }) =>
        scoreRow(`without ${record}, which has the most ${letter}`, scores)
      ),
      ...(ensemble ? [scoreRow(`ensemble of ${ensemble.seeds} seeds`, ensemble.scores)] : []),
      ...(folds ? [meanRow(foldName(folds.folds, folds.scores), folds.scores)] : []),
    ]),
    ...(folds ? ["Every setting was chosen by the folds in DS1, none by DS2."] : []),
    "The same predictions scored by the different conventions of papers:",
    table(
      [
        "convention",
        "accuracy",
        "macro-F1",
        "j-kappa",
        "Se S",
        "+P S",
        "F1 S",
        "Se V",
        "+P V",
        "F1 V",
      ],
      conventions.map((one) => [
        one.name,
        ...[one.accuracy, one.macroF1, one.jKappa].map(score),
        ...[one.supraventricular, one.ventricular].flatMap((scores) =>
          [scores.sensitivity, scores.positivePredictivity, scores.f1].map(score)
        ),
      ]),
    ),
  ].join("\n\n");
}

const scoreHead = ["", "accuracy", "macro-F1", "j-kappa", "F1 N", "F1 S", "F1 V", "F1 F"];

function scoreRow(name: string, { accuracy, macroF1, jKappa, classes }: PatientScores): string[] {
  return [name, ...[accuracy, macroF1, jKappa, ...classes.map(({ f1 }) => f1)].map(score)];
}

function meanRow(name: string, { accuracy, macroF1, jKappa, f1 }: MeanScores): string[] {
  return [
    name,
    ...[accuracy, macroF1, jKappa, ...Object.values(f1)]
      .map(({ mean, deviation }) => `${score(mean)} ± ${score(deviation)}`),
  ];
}

function foldName(folds: number, { seeds }: MeanScores): string {
  return `${folds} folds in DS1, ${seeds} ${seeds === 1 ? "seed" : "seeds"}`;
}

/** A kappa of beats that are and were given one class alone is NaN, in a file null. */
function score(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : "–";
}

/** Of one patient alone there is none: the ends are NaN, in a file null. */
function interval({ low, high }: { low: number; high: number }): string {
  if (!Number.isFinite(low)) return "not known";
  return `${score(low)} to ${score(high)}`;
}
