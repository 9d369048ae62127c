import assert from "node:assert/strict";
import { nextParameters } from "lib/sweeps/search/next_parameters.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { createPrng } from "lib/random/mod.ts";

Deno.test("nextParameters() asks the configured method", () => {
  const rest = "\nmetric: {name: loss}\nparameters: {a: {values: [1, 2]}, b: {value: x}}";
  for (const method of ["grid", "random", "bayes"]) {
    const { config } = parseConfiguration(`method: ${method}${rest}`);
    const proposal = nextParameters(config, [], createPrng(0));
    assert.ok([1, 2].includes(proposal?.a as number));
    assert.equal(proposal?.b, "x");
  }
});
