import assert from "node:assert/strict";
import { cumulativeProbability } from "lib/sweeps/search/distributions/cumulative_probability.ts";
import { quantile } from "lib/sweeps/search/distributions/quantile.ts";
import { allDistributions } from "../../../fixtures/sweeps/all_distributions.ts";
import golden from "../../../fixtures/sweeps/cumulative.golden.json" with { type: "json" };

Deno.test("cumulativeProbability() equals W&B's engine for every distribution to 1e-9", () => {
  const distributions = allDistributions();
  for (const [name, rows] of Object.entries<number[][]>(golden)) {
    const distribution = distributions.get(name)!;
    for (const [value, wanted] of rows as [number, number][]) {
      const given = "values" in distribution ? distribution.values[value]! : value;
      const found = cumulativeProbability(distribution, given);
      assert.ok(Math.abs(found - wanted) < 1e-9, `${name} at ${value}: ${found} not ${wanted}`);
    }
  }
});

Deno.test("cumulativeProbability() is the inverse of quantile()", () => {
  for (const [name, distribution] of allDistributions()) {
    if ("value" in distribution || "values" in distribution || "q" in distribution) continue;
    if (distribution.distribution === "int_uniform") continue;
    for (const u of [0.001, 0.1, 0.5, 0.77, 0.999]) {
      const back = cumulativeProbability(distribution, quantile(distribution, u));
      assert.ok(Math.abs(back - u) < 1e-9, `${name}: ${back} not ${u}`);
    }
  }
});

Deno.test("cumulativeProbability() places categories with probabilities at their sums", () => {
  const distribution = allDistributions().get("categorical_p")!;
  assert.equal(cumulativeProbability(distribution, "b"), 0.5);
});

Deno.test("cumulativeProbability() is NaN for a value that cannot be", () => {
  const distribution = { distribution: "categorical" as const, values: ["a", 1] };
  assert.ok(Number.isNaN(cumulativeProbability(distribution, true)));
  assert.ok(Number.isNaN(cumulativeProbability({ distribution: "uniform", min: 0, max: 1 }, "x")));
});
