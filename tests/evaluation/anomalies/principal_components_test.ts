import assert from "node:assert/strict";
import { join } from "node:path";
import { principalComponents, projectRows, reconstructionErrors } from "lib/evaluation/mod.ts";
import { createPrng } from "lib/random/mod.ts";

const golden = join(import.meta.dirname!, "../../fixtures/evaluation/anomalies.json");
const { components: wanted } = JSON.parse(await Deno.readTextFile(golden));
const targets = Float32Array.from(wanted.rows as number[]);
const rows = { targets, size: 6, weights: targets.map(() => 1) };

Deno.test("principalComponents() finds the directions of NumPy's singular value decomposition", () => {
  const { components } = principalComponents(rows, { count: 2, prng: createPrng(0) });
  components.forEach((component, i) => {
    const inLine = component.reduce((sum, value, k) => sum + value * wanted.components[i][k], 0);
    assert.ok(Math.abs(Math.abs(inLine) - 1) < 1e-6, `component ${i}: ${inLine}`);
  });
});

Deno.test("projectRows() leaves the errors that NumPy's projection leaves", () => {
  const found = principalComponents(rows, { count: 2, prng: createPrng(0) });
  const errors = reconstructionErrors(projectRows(rows, found));
  errors.forEach((error, row) => assert.ok(Math.abs(error - wanted.errors[row]) < 1e-5));
});

Deno.test("as many components as values leave nothing", () => {
  const all = principalComponents(rows, { count: 6, prng: createPrng(0) });
  assert.ok(Math.max(...reconstructionErrors(projectRows(rows, all))) < 1e-9);
  assert.throws(
    () => principalComponents(rows, { count: 7, prng: createPrng(0) }),
    /number must be from 1 to 6 but is 7/,
  );
});
