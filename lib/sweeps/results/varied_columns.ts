import type { ParameterColumn } from "./parameter_columns.ts";

/** Greatest by least value from which numbers above 0 stand on a logarithmic scale. */
const logarithmicFrom = 20;

/**
 * What varies between runs that no one sweep describes, as columns with one value a run: each
 * setting that not all runs have alike, one inside another as `optimizer.rate`. Numbers make a scale,
 * logarithmic where they are above 0 and far apart; anything else is a category.
 *
 * @param configs one a run, as JSON has it.
 *
 * @example
 * ```ts
 * import { variedColumns } from "lib/sweeps/mod.ts";
 * const [rate] = variedColumns([{ rate: 0.1, units: 8 }, { rate: 0.001, units: 8 }]);
 * console.assert(rate?.name === "rate" && rate.scale === "log");
 * ```
 */
export function variedColumns(
  configs: readonly Readonly<Record<string, unknown>>[],
): ParameterColumn[] {
  const runs = configs.map((config) => new Map(leaves(config, "")));
  const names = [...new Set(runs.flatMap((run) => [...run.keys()]))];
  return names.flatMap((name) => {
    const values = runs.map((run) => run.get(name));
    const [first] = values;
    const text = JSON.stringify(first);
    return values.every((value) => JSON.stringify(value) === text) ? [] : [columnOf(name, values)];
  });
}

function leaves(value: object, prefix: string): [name: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? leaves(inner, `${prefix}${key}.`)
      : [[prefix + key, inner] as [string, unknown]]
  );
}

function columnOf(name: string, values: readonly unknown[]): ParameterColumn {
  const known = values.filter((value) => value !== undefined && value !== null);
  if (!known.every((value) => Number.isFinite(value))) return categoryColumn(name, values);
  const numbers = values.map((value) => typeof value === "number" ? value : NaN);
  const [low, high] = [Math.min(...known as number[]), Math.max(...known as number[])];
  const scale = low > 0 && high / low >= logarithmicFrom ? "log" : "linear";
  return { name, scale, range: [low, high], values: numbers, ordered: true };
}

function categoryColumn(name: string, values: readonly unknown[]): ParameterColumn {
  const texts = values.map((value) =>
    value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value)
  );
  const levels = [...new Set(texts.filter((text) => text !== undefined))].sort();
  return {
    name,
    scale: "category",
    levels,
    range: [0, levels.length - 1],
    values: texts.map((text) => text === undefined ? NaN : levels.indexOf(text)),
    ordered: false,
  };
}
