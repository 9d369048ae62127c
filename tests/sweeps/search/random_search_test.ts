import assert from "node:assert/strict";
import { toNumber } from "lib/sweeps/configuration/float.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { createPrng } from "lib/random/mod.ts";
import { randomSearch } from "lib/sweeps/search/random_search.ts";
import { readJson, readText } from "../../fixtures/sweeps/oracle.ts";

const { config } = parseConfiguration("method: random\n" + readText("all_distributions.yaml"));

Deno.test("randomSearch() draws every parameter with the quantiles of W&B's own samples", () => {
  const golden = readJson("quantiles.golden.json");
  const prng = createPrng(1);
  const runs = Array.from({ length: 4000 }, () => randomSearch(config, [], prng));
  for (const [name, { quantiles }] of Object.entries<Golden>(golden)) {
    if (!quantiles) continue;
    const drawn = runs.map((run) => toNumber(run[name] as number));
    for (const [part, value] of Object.entries(quantiles)) {
      const below = drawn.filter((x) => x < value - 1e-9).length / drawn.length;
      const upTo = drawn.filter((x) => x <= value + 1e-9).length / drawn.length;
      const close = below <= Number(part) + 0.03 && upTo >= Number(part) - 0.03;
      assert.ok(close, `${name}: ${below} to ${upTo} of the samples reach ${value}, not ${part}`);
    }
  }
});

Deno.test("randomSearch() draws categories as often as W&B does", () => {
  const golden = readJson("quantiles.golden.json");
  const prng = createPrng(2);
  const runs = Array.from({ length: 4000 }, () => randomSearch(config, [], prng));
  for (const name of ["categorical", "categorical_p", "categorical_mixed"]) {
    for (const [value, count] of Object.entries<number>(golden[name].counts)) {
      const found = runs.filter((run) => JSON.stringify(run[name]) === value).length;
      assert.ok(Math.abs(found / 4000 - count / 10000) < 0.03, `${name} ${value}: ${found}`);
    }
  }
});

Deno.test("randomSearch() gives the same parameters for the same seed", () => {
  assert.deepEqual(
    randomSearch(config, [], createPrng(3)),
    randomSearch(config, [], createPrng(3)),
  );
});

interface Golden {
  quantiles?: Record<string, number>;
}
