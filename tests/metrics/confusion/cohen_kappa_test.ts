import assert from "node:assert/strict";
import { cohenKappa } from "lib/metrics/mod.ts";
import { assertClose, caseNames, golden } from "../golden.ts";

Deno.test("cohenKappa() gives scikit-learn's numbers", () => {
  for (const name of caseNames) {
    assertClose(cohenKappa(golden[name].confusion), golden.agreement[name].kappa);
  }
});

Deno.test("cohenKappa() is 0 when everything is called one class, and not defined if it is", () => {
  assert.equal(cohenKappa([[8, 0], [2, 0]]), 0);
  assert.ok(Number.isNaN(cohenKappa([[8, 0], [0, 0]])));
});

Deno.test("cohenKappa() refuses a matrix that counts nothing", () => {
  assert.throws(() => cohenKappa([[0]]), /wanted at least one counted row/);
});
