import { logLoss } from "lib/metrics/mod.ts";
import { assertClose, golden } from "../golden.ts";

Deno.test("logLoss() gives scikit-learn's numbers", () => {
  for (
    const { actual, probabilities, logLoss: wanted } of Object.values<
      { actual: number[]; probabilities: number[]; logLoss: number }
    >(golden.calibration)
  ) {
    assertClose(logLoss(actual, probabilities, 5), wanted, 1e-9);
  }
});

Deno.test("logLoss() of a certain mistake is large but finite", () => {
  assertClose(logLoss([0], [0, 1], 2), 52 * Math.LN2);
});
