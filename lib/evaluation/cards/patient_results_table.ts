import { meanScores, type Spread } from "../patients/mean_scores.ts";
import type { PublishedModel } from "./results_table.ts";
import { table } from "./table.ts";

/**
 * The published models that were scored by patient, as a table in Markdown: means over the seeds, on DS2 and by folds
 * in DS1; every number comes from their files.
 */
export function patientResultsTable(models: readonly PublishedModel[]): string {
  const head = ["model", "scored on", "accuracy", "macro-F1 (NSVF)", "j-kappa"]
    .concat(["N", "S", "V", "F"].map((letter) => `F1 ${letter}`), "commit");
  const rows = models.flatMap(({ name, metrics }) => {
    const { patients, seeds, commit = "-" } = metrics;
    if (!patients) return [];
    const runs = seeds?.runs.flatMap((run) => run.patients ?? []) ?? [patients.scores];
    const row = (on: string, { accuracy, macroF1, jKappa, f1 }: ReturnType<typeof meanScores>) => [
      `[${name}](models/${name})`,
      on,
      ...[accuracy, macroF1, jKappa, ...Object.values(f1)].map(spread),
      commit,
    ];
    return [
      row(`${metrics.split}, ${seedCount(runs.length)}`, meanScores(runs)),
      ...(patients.folds
        ? [
          row(
            `${patients.folds.folds} folds in DS1, ${seedCount(patients.folds.scores.seeds)}`,
            patients.folds.scores,
          ),
        ]
        : []),
    ];
  });
  return table(head, rows);
}

/**
 * What the difference between the two kinds of split means, in one sentence, from the stored scores of the best
 * models of each kind; "" where one kind is missing.
 */
export function splitGapSentence(models: readonly PublishedModel[]): string {
  const best = (some: readonly PublishedModel[], value: (one: PublishedModel) => number) =>
    some.length > 0 ? Math.max(...some.map(value)) : undefined;
  const f1 = (letter: string) => ({ metrics }: PublishedModel) =>
    metrics.classes.find((scores) => scores.letter === letter)!.f1;
  const byPatient = models.filter(({ metrics }) => metrics.patients);
  const byBeat = models.filter(({ metrics }) => !metrics.patients);
  const meanF1 = (letter: string) => ({ metrics: { patients, seeds } }: PublishedModel) => {
    const runs = seeds?.runs.flatMap((run) => run.patients ?? []) ?? [patients!.scores];
    return meanScores(runs).f1[letter]!.mean;
  };
  const [beat, patient] = [best(byBeat, f1("S")), best(byPatient, meanF1("S"))];
  if (beat === undefined || patient === undefined) return "";
  return "The table by patient shows how a model does on unseen patients, the one below how it classifies " +
    "further beats of patients it was trained on: the best F1 of class S is " +
    `${patient.toFixed(2)} by patient and ${
      beat.toFixed(2)
    } random by beat, and only the former says what to ` +
    "expect of a new recording.";
}

function seedCount(seeds: number): string {
  return seeds === 1 ? "1 seed" : `${seeds} seeds`;
}

function spread({ mean, deviation }: Spread): string {
  return `${mean.toFixed(3)} ± ${deviation.toFixed(3)}`;
}
