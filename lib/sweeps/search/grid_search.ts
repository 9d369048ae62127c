import type { Distribution } from "./distributions/distribution.ts";
import { Float, toNumber, type Value } from "../configuration/float.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import { valueKey } from "./same_value.ts";
import { nestParameters, parameterAt, type Parameters, type SweepRun } from "./sweep_run.ts";

/**
 * The next parameters of a grid sweep: the first combination that no run has, the last name
 * turning fastest, or undefined when all are taken. Equal values of a parameter count once.
 *
 * @example
 * ```ts
 * import { gridSearch } from "lib/sweeps/search/grid_search.ts";
 * import { readConfiguration } from "lib/sweeps/search/mod.ts";
 * const { config } = readConfiguration({ method: "grid", parameters: { a: { values: [1, 2] } } });
 * console.assert(gridSearch(config, [])?.a === 1);
 * ```
 */
export function gridSearch(
  config: SweepConfig,
  runs: readonly SweepRun[],
): Parameters | undefined {
  const { parameters } = config;
  const axes = parameters.map(({ distribution }) => gridValues(distribution));
  const searched = parameters.filter(({ distribution }) =>
    distribution.distribution !== "constant"
  );
  const keyOf = (run: Parameters) =>
    searched.map(({ path }) => {
      const value = parameterAt(run, path);
      return value === undefined ? "none" : valueKey(value);
    }).join("|");
  const taken = new Set(runs.map((run) => keyOf(run.parameters)));
  for (let index = 0, count = gridSize(config); index < count; index++) {
    const candidate = nestParameters(parameters, combination(axes, index));
    if (!taken.has(keyOf(candidate))) return candidate;
  }
}

/** How many combinations a grid sweep has. */
export function gridSize(config: SweepConfig): number {
  return config.parameters.reduce((product, p) => product * gridValues(p.distribution).length, 1);
}

function gridValues(distribution: Distribution): Value[] {
  const d = distribution;
  switch (d.distribution) {
    case "constant":
      return [d.value];
    case "categorical":
      return [...new Map(d.values.map((value) => [valueKey(value), value])).values()];
    case "int_uniform":
      return Array.from({ length: d.max - d.min + 1 }, (_, index) => d.min + index);
    case "q_uniform": {
      const [min, max, q] = [d.min, d.max, d.q].map(toNumber) as [number, number, number];
      const whole = [d.min, d.max, d.q].every((bound) => typeof bound === "number");
      return Array.from({ length: Math.ceil((max - min) / q) }, (_, index) => {
        const value = min + index * (min + q - min);
        return whole ? value : new Float(value);
      });
    }
    default:
      throw new Error(`Cannot make a grid of ${d.distribution}: its values cannot be counted`);
  }
}

/** The values at a place in the product of the axes, the last axis turning fastest. */
function combination(axes: readonly Value[][], index: number): Value[] {
  const values: Value[] = [];
  for (const axis of axes.toReversed()) {
    values.unshift(axis[index % axis.length]!);
    index = Math.floor(index / axis.length);
  }
  return values;
}
