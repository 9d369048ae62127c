import assert from "node:assert/strict";
import {
  meanScores,
  patientMetrics,
  patientResultsTable,
  type PublishedModel,
  splitGapSentence,
} from "lib/evaluation/mod.ts";

const counts = { "100": { N: [90, 2, 0, 0], A: [5, 15, 0, 0], V: [0, 0, 9, 1] } };
const patients = patientMetrics(counts, { resamples: 2 });
const folds = { folds: 8, scores: meanScores([patients.scores]) };

/** A model by patient whose seeds have the F1 of class S that are given. */
function modelOf(name: string, ...f1: number[]): PublishedModel {
  const runs = f1.map((one) => {
    const classes = patients.scores.classes.map((own) =>
      own.letter === "S" ? { ...own, f1: one } : own
    );
    return { patients: { ...patients.scores, classes } };
  });
  const metrics = { split: "by patient", seeds: { runs }, patients: { ...patients, folds } };
  return { name, metrics } as unknown as PublishedModel;
}

Deno.test("patientResultsTable() has means over the seeds, on DS2 and by folds, and counts the seeds", () => {
  const [head, , two, ofFolds, one] = patientResultsTable([
    modelOf("cnn", 0.5, 0.6),
    modelOf("rnn", 0.7),
  ]).split("\n");
  assert.ok(two!.startsWith("| [cnn](models/cnn) | by patient, 2 seeds |"), two!);
  assert.ok(two!.includes("| 0.550 ± 0.071 |"), two!);
  assert.ok(ofFolds!.startsWith("| [cnn](models/cnn) | 8 folds in DS1, 1 seed |"), ofFolds!);
  assert.ok(one!.startsWith("| [rnn](models/rnn) | by patient, 1 seed |"), one!);
  assert.equal(head!.split("|").length, two!.split("|").length);
});

Deno.test("splitGapSentence() compares the best models of each kind of split by class S", () => {
  const beat = {
    name: "cnn",
    metrics: { classes: [{ letter: "S", f1: 0.9 }] },
  } as unknown as PublishedModel;
  const models = [modelOf("a", 0.5, 0.6), modelOf("b", 0.1), beat];
  assert.match(splitGapSentence(models), /F1 of class S is 0\.55 by patient and 0\.90 random by/);
  assert.equal(splitGapSentence([beat]), "");
});
