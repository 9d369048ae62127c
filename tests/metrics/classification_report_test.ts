import assert from "node:assert/strict";
import { classificationReport } from "lib/metrics/mod.ts";
import { assertClose, caseNames, golden } from "./golden.ts";

Deno.test("classificationReport() gives scikit-learn's numbers, absent classes included", () => {
  for (const name of caseNames) {
    const { confusion, report, actual } = golden[name];
    assertClose(classificationReport(confusion), { ...report, support: actual.length });
  }
});

Deno.test("classificationReport() averages over the classes asked for, but reports all", () => {
  for (const name of caseNames) {
    const { confusion, reportOfFour } = golden[name];
    const { classes, support, ...means } = classificationReport(confusion, {
      averagedClasses: [0, 1, 2, 3],
    });
    assert.equal(classes.length, 5);
    assert.equal(support, golden[name].actual.length);
    assertClose({ ...means, classes: classes.slice(0, 4) }, reportOfFour);
  }
});

Deno.test("classificationReport() scores a class that is absent and never predicted as 0", () => {
  const report = classificationReport([[3, 0], [0, 0]]);
  assert.deepEqual(report.classes[1], { precision: 0, recall: 0, f1: 0, support: 0 });
  assert.equal(report.macroF1, 0.5);
  assert.equal(report.weightedF1, 1);
});

Deno.test("classificationReport() refuses to average over no class or one that is not there", () => {
  const average = (averagedClasses: number[]) =>
    classificationReport([[1, 0], [0, 1]], { averagedClasses });
  assert.throws(() => average([]), /wanted at least one class, found none/);
  assert.throws(() => average([0, 2]), /wanted classes from 0 to 1, found 2/);
});
