import assert from "node:assert/strict";
import { matthewsCorrelation } from "lib/metrics/mod.ts";
import { assertClose, caseNames, golden } from "./golden.ts";

Deno.test("matthewsCorrelation() gives scikit-learn's numbers", () => {
  for (const name of caseNames) {
    assertClose(matthewsCorrelation(golden[name].confusion), golden.agreement[name].matthews);
  }
});

Deno.test("matthewsCorrelation() is 0 by convention when everything is or is called one class", () => {
  assert.equal(matthewsCorrelation([[8, 0], [2, 0]]), 0);
  assert.equal(matthewsCorrelation([[8, 2], [0, 0]]), 0);
  assert.equal(matthewsCorrelation([[8, 0], [0, 0]]), 0);
});

Deno.test("matthewsCorrelation() is -1 when every prediction of two classes is wrong", () => {
  assert.equal(matthewsCorrelation([[0, 4], [6, 0]]), -1);
});
