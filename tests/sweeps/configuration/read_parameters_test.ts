import assert from "node:assert/strict";
import { readParameters } from "lib/sweeps/configuration/read_parameters.ts";
import { toPlain } from "lib/sweeps/configuration/float.ts";
import { allDistributions } from "../../fixtures/sweeps/all_distributions.ts";
import { readJson } from "../../fixtures/sweeps/oracle.ts";

Deno.test("readParameters() infers distributions and fills defaults as W&B's engine does", () => {
  const golden = readJson("quantiles.golden.json");
  for (const [name, distribution] of allDistributions()) {
    assert.deepEqual(toPlain(distribution), golden[name].filled, name);
  }
});

Deno.test("readParameters() refuses distributions that W&B does not have", () => {
  for (const distribution of ["triangle", "constructor"]) {
    const findings = { faults: [] as string[], warnings: [] as string[] };
    readParameters({ a: { distribution } }, { path: "parameters", findings });
    assert.match(findings.faults[0]!, /^parameters\.a\.distribution: must be one of constant, /);
  }
});

Deno.test("readParameters() refuses names that W&B refuses, at any depth", () => {
  const findings = { faults: [] as string[], warnings: [] as string[] };
  readParameters({ a: { parameters: { "b c": { value: 1 } } } }, { path: "parameters", findings });
  assert.match(findings.faults[0]!, /^parameters\.a\.parameters\.b c: a name must begin with/);
});
