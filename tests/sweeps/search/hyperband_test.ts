import assert from "node:assert/strict";
import { hyperband } from "lib/sweeps/search/hyperband.ts";
import { oracleConfig, oracleRuns, readJson } from "../../fixtures/sweeps/oracle.ts";

const cases = {
  hyperband_min: "hyperband_runs",
  hyperband_max: "hyperband_runs",
  hyperband_strict_true: "hyperband_strict_runs",
  hyperband_strict_false: "hyperband_strict_runs",
  hyperband_many: "hyperband_many_runs",
};

for (const [name, runs] of Object.entries(cases)) {
  Deno.test(`hyperband() has the bands, thresholds and stops of W&B's engine in ${name}`, () => {
    const golden = readJson(`${name}.golden.json`);
    const config = oracleConfig(name);
    const found = hyperband(config, oracleRuns(runs, config));
    assert.equal(found.bands.length, golden.bands.length);
    found.bands.forEach((band, index) => {
      const tolerance = band < 2 ** 53 ? 0 : 1e-14; // the engine goes on in whole numbers
      assert.ok(Math.abs(band / golden.bands[index] - 1) <= tolerance);
    });
    assert.deepEqual(found.thresholds, golden.thresholds.map(threshold));
    assert.deepEqual(found.stop, golden.stop);
  });
}

Deno.test("hyperband() stops nothing without early_terminate", () => {
  assert.deepEqual(hyperband(oracleConfig("bayes"), []).stop, []);
});

/** JSON of the golden files writes an infinite threshold as the text "inf". */
function threshold(golden: number | string): number {
  return golden === "inf" ? Infinity : Number(golden);
}
