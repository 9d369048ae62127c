import assert from "node:assert/strict";
import { toPlain } from "lib/sweeps/configuration/float.ts";
import { quantile } from "lib/sweeps/search/distributions/quantile.ts";
import { allDistributions } from "../../../fixtures/sweeps/all_distributions.ts";
import golden from "../../../fixtures/sweeps/quantiles.golden.json" with { type: "json" };

const rows: Record<string, { ppf: unknown[][]; quantiles?: Record<string, number> }> = golden;

Deno.test("quantile() equals W&B's engine for every distribution to 1e-9", () => {
  for (const [name, distribution] of allDistributions()) {
    for (const [u, value] of rows[name]!.ppf as [number, unknown][]) {
      if (u === 0 || u === 1) continue; // accidents of that engine
      const found = toPlain(quantile(distribution, u));
      const text = `${name} at ${u}: ${found} instead of ${value}`;
      const close = typeof value === "number" &&
        Math.abs(found as number - value) <= 1e-9 * Math.max(1, Math.abs(value));
      if (!close) assert.deepEqual(found, value, text);
    }
  }
});

Deno.test("quantile() gives integers for an integer step q and floats for others", () => {
  const d = { distribution: "q_uniform" as const, min: 0, max: 10 };
  assert.equal(quantile({ ...d, q: 2 }, 0.31), 4);
  assert.notEqual(typeof quantile({ ...d, distribution: "uniform" }, 0.31), "number");
});

Deno.test("quantile() of a normal distribution without width is its middle", () => {
  const d = { distribution: "normal" as const, mu: 2, sigma: 0 };
  assert.equal(toPlain(quantile(d, 0.9)), 2);
});
