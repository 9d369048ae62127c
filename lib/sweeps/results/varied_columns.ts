import type { ParameterColumn } from "./parameter_columns.ts";

/**
 * The ratio of the greatest to the least value from which numbers above 0 get a logarithmic scale.
 */
const logarithmicFrom = 20;
/** Up to this many different numbers can be a category. */
const mostChoices = 8;

/**
 * What varies between runs of different origin, as columns with one value a run: each setting that
 * differs between runs, nested ones as `optimizer.rate`. A few numbers, each of several runs, are a
 * category in their order; more make a scale, logarithmic where they are above 0 and far apart.
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
  const choices = new Set(known).size;
  if (choices <= mostChoices && 2 * choices <= known.length) return categoryColumn(name, values);
  if (!known.every((value) => Number.isFinite(value))) return categoryColumn(name, values);
  const numbers = values.map((value) => typeof value === "number" ? value : NaN);
  const [low, high] = [Math.min(...known as number[]), Math.max(...known as number[])];
  const scale = low > 0 && high / low >= logarithmicFrom ? "log" : "linear";
  return { name, scale, range: [low, high], values: numbers, ordered: true };
}

function categoryColumn(name: string, values: readonly unknown[]): ParameterColumn {
  const known = [...new Set(values.filter((value) => value !== undefined && value !== null))];
  const ordered = known.every((value) => typeof value === "number");
  const inOrder = ordered ? known.toSorted((a, b) => a - b) : known.toSorted();
  const levels = [...new Set(inOrder.map(textOf))];
  return {
    name,
    scale: "category",
    levels,
    range: [0, levels.length - 1],
    values: values.map((value) =>
      value === undefined || value === null ? NaN : levels.indexOf(textOf(value))
    ),
    ordered,
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
