import assert from "node:assert/strict";
import {
  confusionOfCounts,
  countPredictions,
  patientMetrics,
  patientScores,
  scoringConventions,
} from "lib/evaluation/mod.ts";
import golden from "../../fixtures/evaluation/patients.json" with { type: "json" };

const rows = golden.rows as [record: string, symbol: string, predicted: number][];
const provenance = rows.map(([record, symbol], sample) => ({ record, sample, symbol }));
const counts = countPredictions(provenance, rows.map(([, , predicted]) => predicted));
const metrics = patientMetrics(counts, { resamples: 200 });
const close = (found: number, wanted: number) =>
  assert.ok(Math.abs(found - wanted) < 1e-12, `${found} is not ${wanted}`);

function assertScores(found: ReturnType<typeof patientScores>, wanted: typeof golden.plain) {
  assert.equal(found.beats, wanted.beats);
  for (const key of ["accuracy", "macroF1", "kappa", "jKappa"] as const) {
    close(found[key], wanted[key]);
  }
  found.classes.forEach(({ sensitivity, positivePredictivity, f1 }, label) => {
    close(sensitivity, wanted.sensitivity[label]!);
    close(positivePredictivity, wanted.positivePredictivity[label]!);
    close(f1, wanted.f1[label]!);
  });
}

Deno.test("countPredictions() counts every beat once, by record and symbol", () => {
  const all = Object.values(counts).flatMap((one) => Object.values(one).flat());
  assert.equal(all.reduce((sum, count) => sum + count), rows.length);
  const [record, symbol, predicted] = rows[0]!;
  const alike = rows.filter((row) =>
    row[0] === record && row[1] === symbol && row[2] === predicted
  );
  assert.equal(counts[record]![symbol]![predicted], alike.length);
});

Deno.test("patientMetrics() has scikit-learn's scores, without 202 and with it", () => {
  assertScores(metrics.scores, golden.plain);
  assertScores(metrics.records.with202!, golden.with202);
});

Deno.test("patientMetrics() leaves out the record with the most S, and that with the most F", () => {
  const [s, f] = metrics.records.without;
  assert.deepEqual([s!.record, s!.letter, f!.record, f!.letter], ["232", "S", "213", "F"]);
  assertScores(s!.scores, golden.without232);
  assertScores(f!.scores, golden.without213);
});

Deno.test("scoringConventions() has scikit-learn's scores of each convention", () => {
  const { "202": _, ...own } = counts;
  const [plain, mean, five, escapes, ec57] = scoringConventions(own);
  close(plain!.accuracy, golden.plain.accuracy);
  close(mean!.accuracy, golden.plain.meanAccuracy);
  for (const [found, wanted] of [[five!, golden.five], [escapes!, golden.escapes]] as const) {
    close(found.accuracy, wanted.accuracy);
    close(found.macroF1, wanted.macroF1);
    close(found.jKappa, wanted.jKappa);
    close(found.supraventricular.f1, wanted.f1[1]!);
    close(found.ventricular.sensitivity, wanted.sensitivity[2]!);
  }
  for (const key of ["sensitivity", "positivePredictivity", "f1"] as const) {
    close(ec57!.supraventricular[key], golden.lenientS[key]);
    close(ec57!.ventricular[key], golden.lenientV[key]);
  }
});

Deno.test("intervals by patient hold the score and come out alike for the same predictions", () => {
  const { macroF1, f1 } = metrics.intervals;
  close(macroF1.estimate, metrics.scores.macroF1);
  assert.ok(macroF1.low < macroF1.estimate && macroF1.estimate < macroF1.high);
  close(f1.S!.estimate, metrics.scores.classes[1]!.f1);
  assert.deepEqual(patientMetrics(counts, { resamples: 200 }), metrics);
});

Deno.test("201 and 202 are drawn together: one patient alone has no interval", () => {
  const { "100": first, "213": second } = counts;
  const { macroF1 } =
    patientMetrics({ "201": first!, "202": second! }, { resamples: 20 }).intervals;
  assert.deepEqual([macroF1.low, macroF1.high], [NaN, NaN]); // 202 is left out, 201 is all there is
});

Deno.test("confusionOfCounts() leaves out classes beyond the matrix", () => {
  const confusion = confusionOfCounts([{ N: [3, 1, 0, 0], Q: [9, 0, 0, 0], "+": [4, 0, 0, 0] }]);
  assert.deepEqual(confusion, [[3, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
});
