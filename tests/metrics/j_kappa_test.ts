import assert from "node:assert/strict";
import { jKappa } from "lib/metrics/mod.ts";
import { assertClose, caseNames, golden } from "./golden.ts";

Deno.test("jKappa() is the published sum of scikit-learn's parts", () => {
  for (const name of caseNames) {
    assertClose(jKappa(golden[name].confusion), golden.agreement[name].jKappa);
  }
});

Deno.test("jKappa() takes the classes that it is told", () => {
  const confusion = [[50, 1, 2], [3, 20, 1], [4, 2, 30]];
  const swapped = [0, 2, 1].map((from) => [0, 2, 1].map((to) => confusion[from]![to]!));
  const renamed = [1, 2, 0].map((from) => [1, 2, 0].map((to) => confusion[from]![to]!));
  assertClose(jKappa(swapped), jKappa(confusion));
  assertClose(jKappa(renamed, { supraventricular: 0, ventricular: 1 }), jKappa(confusion));
});

Deno.test("jKappa() refuses a matrix without these classes", () => {
  assert.throws(() => jKappa([[5, 1], [1, 5]]), /wanted class 2 in the matrix, found 2 classes/);
});
