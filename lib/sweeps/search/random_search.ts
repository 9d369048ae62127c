import { quantile } from "./distributions/quantile.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import { nestParameters, type Parameters, type SweepRun } from "./sweep_run.ts";

/** The next parameters of a random sweep: each drawn from its distribution, by name. */
export function randomSearch(
  config: SweepConfig,
  _runs: readonly SweepRun[],
  prng: () => number,
): Parameters {
  const values = config.parameters.map(({ distribution }) => quantile(distribution, prng()));
  return nestParameters(config.parameters, values);
}
