import { createPrng, type Prng } from "lib/random/mod.ts";
import { quantile } from "./quantile.ts";
import type { SweepConfig } from "../configuration/parse_configuration.ts";
import { nestParameters, type Parameters, type SweepRun } from "./sweep_run.ts";

/** The next parameters of a random sweep: each drawn from its distribution, by name. */
export function randomSearch(
  config: SweepConfig,
  _runs: readonly SweepRun[],
  prng: Prng = createPrng(0),
): Parameters {
  const values = config.parameters.map(({ distribution }) => quantile(distribution, prng()));
  return nestParameters(config.parameters, values);
}
