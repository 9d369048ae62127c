import { bayesSearch } from "./bayes_search.ts";
import { gridSearch } from "./grid_search.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import { randomSearch } from "./random_search.ts";
import type { Parameters, SweepRun } from "./sweep_run.ts";

/**
 * What a sweep tries next, by its method, given all runs so far; undefined when a grid is done.
 *
 * @example
 * ```ts
 * import { createPrng } from "lib/random/mod.ts";
 * import { nextParameters, parseConfiguration } from "lib/sweeps/mod.ts";
 * const { config } = parseConfiguration("method: grid\nparameters: {units: {values: [32, 64]}}");
 * console.assert(nextParameters(config, [], createPrng(0))?.units === 32);
 * ```
 */
export function nextParameters(
  config: SweepConfig,
  runs: readonly SweepRun[],
  prng: () => number,
): Parameters | undefined {
  return methods[config.method](config, runs, prng);
}

const methods = { grid: gridSearch, random: randomSearch, bayes: bayesSearch };
