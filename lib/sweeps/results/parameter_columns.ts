import { type Distribution, type DistributionName } from "../search/distributions/distribution.ts";
import { isNumeric, toNumber, type Value } from "../configuration/float.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";
import { pythonText } from "../configuration/python_text.ts";
import { sameValue } from "../search/same_value.ts";
import { parameterAt, type Parameters } from "../search/sweep_run.ts";

/** A parameter that varies, with the value that each run has. */
export interface ParameterColumn {
  /** The name, for a nested parameter with those around it: `optimizer.rate`. */
  name: string;
  /** How the values are laid out along an axis. */
  scale: "category" | "linear" | "log";
  /** The values of a category in words, numbers in their order. */
  levels?: string[];
  /** The least and the greatest that a value can be; of a category its first and last index. */
  range: [number, number];
  /** One value a run; of a category its index in `levels`. */
  values: number[];
  /** Whether values have an order; false for categories that are not all numbers. */
  ordered: boolean;
}

/**
 * The parameters of a sweep that vary, as columns with one value a run, for figures and
 * {@linkcode parameterImportance}.
 *
 * @example
 * ```ts
 * import { parameterColumns, parseConfiguration } from "lib/sweeps/mod.ts";
 * const { config } = parseConfiguration("method: grid\nparameters: {units: {values: [64, 32]}}");
 * const [units] = parameterColumns(config, [{ parameters: { units: 64 } }]);
 * console.assert(units?.levels?.[units.values[0]!] === "64");
 * ```
 */
export function parameterColumns(
  { parameters }: Pick<SweepConfig, "parameters">,
  runs: readonly { parameters: Parameters }[],
): ParameterColumn[] {
  return parameters.filter(({ distribution }) => distribution.distribution !== "constant")
    .map(({ path, distribution }) => {
      const values = runs.map((run) => parameterAt(run.parameters, path) ?? null);
      return { name: path.join("."), ...columnOf(distribution, values) };
    });
}

type Column = Omit<ParameterColumn, "name">;

function columnOf(distribution: Distribution, values: Value[]): Column {
  if ("values" in distribution) return categoryColumn(distribution.values, values);
  const numbers = values.map((value) => isNumeric(value) ? toNumber(value) : NaN);
  const range = rangeOf(distribution, numbers);
  // Rounding to multiples of q can give 0, which no scale of logarithms has.
  const scale = isLogarithmic(distribution.distribution) && range[0] > 0 ? "log" : "linear";
  return { scale, range, values: numbers, ordered: true };
}

function categoryColumn(levels: readonly Value[], values: Value[]): Column {
  const ordered = levels.every(isNumeric);
  const inOrder = ordered
    ? levels.toSorted((a, b) => toNumber(a as number) - toNumber(b as number))
    : levels;
  return {
    scale: "category",
    levels: inOrder.map(pythonText),
    range: [0, levels.length - 1],
    values: values.map((value) => {
      const index = inOrder.findIndex((level) => sameValue(level, value));
      return index < 0 ? NaN : index;
    }),
    ordered,
  };
}

function isLogarithmic(name: DistributionName): boolean {
  return /log_(uniform|normal)/.test(name);
}

/**
 * The limits where the distribution has some that are values, else those of the runs; further where rounding to
 * multiples of q led beyond them.
 */
function rangeOf(distribution: Distribution, numbers: number[]): [number, number] {
  const exponents = /log_uniform$/.test(distribution.distribution);
  const limits = "min" in distribution && !exponents
    ? [toNumber(distribution.min), toNumber(distribution.max)]
    : [];
  const known = [...limits, ...numbers.filter(Number.isFinite)];
  return known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
}
