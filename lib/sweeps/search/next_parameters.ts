import { bayesSearch } from "./bayes/bayes_search.ts";
import { gridSearch } from "./grid_search.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import { randomSearch } from "./random_search.ts";
import type { Parameters, SweepRun } from "./sweep_run.ts";

/**
 * What a sweep tries next, by its method, given all runs so far; undefined when a grid is done.
 *
 * @param prng Gives uniformly distributed numbers in [0, 1).
 *
 * @example
 * ```ts
 * import { nextParameters, readConfiguration } from "lib/sweeps/search/mod.ts";
 * const parameters = { units: { values: [32, 64] } };
 * const { config } = readConfiguration({ method: "grid", parameters });
 * console.assert(nextParameters(config, [], Math.random)?.units === 32);
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
