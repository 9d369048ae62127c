import { averageRanks } from "../search/average_ranks.ts";
import { rankCorrelation } from "./rank_correlation.ts";
import type { ParameterColumn } from "./parameter_columns.ts";

/** How much a parameter alone says about the results of the runs. */
export interface ParameterImportance {
  /** Name of the parameter. */
  name: string;
  /** The part of the variance of the results' ranks that lies between groups of equal values. */
  share: number;
  /** What that part would be on average if the parameter had no effect: (groups - 1) / (runs - 1). */
  byChance: number;
  /** Values that runs have; a continuous parameter is cut into four groups of as many runs each. */
  groups: number;
  /** Spearman's rank correlation with the result; undefined where values have no order. */
  correlation?: number;
  /** Runs that count: those with a finite result. */
  runs: number;
}

const groupsOfContinuous = 4;

/**
 * How much each parameter alone says about the results of a sweep: the correlation ratio of their ranks, that is the H
 * of Kruskal and Wallis (J. Am. Stat. Assoc. 47, 1952) divided by runs - 1, and Spearman's rank correlation. Ranks,
 * because the loss of a diverged run would outweigh all others. A search tries neither all values equally often nor all
 * combinations, so neither number proves a cause.
 *
 * @param results one number a run, for instance its best loss; runs with NaN are left out.
 * @returns the parameters, the most informative first.
 */
export function parameterImportance(
  columns: readonly ParameterColumn[],
  results: readonly number[],
): ParameterImportance[] {
  return columns.map((column) => importanceOf(column, results)).sort((a, b) => b.share - a.share);
}

function importanceOf(column: ParameterColumn, results: readonly number[]): ParameterImportance {
  const rows = results.map((_, row) => row)
    .filter((row) => Number.isFinite(results[row]) && Number.isFinite(column.values[row]));
  const ranks = averageRanks(rows.map((row) => results[row]!));
  const values = rows.map((row) => column.values[row]!);
  const groups = column.scale === "category" ? values : quantileGroups(values);
  const count = new Set(groups).size;
  return {
    name: column.name,
    share: shareBetween(groups, ranks),
    byChance: rows.length > 1 ? (count - 1) / (rows.length - 1) : 0,
    groups: count,
    // 0 where one side does not vary, or there is one run
    correlation: column.ordered
      ? (rows.length > 1 && rankCorrelation(values, ranks)) || 0
      : undefined,
    runs: rows.length,
  };
}

/** Equal values are never put into different groups. */
function quantileGroups(values: readonly number[]): number[] {
  return averageRanks(values).map((rank) =>
    Math.floor((rank - 0.5) / values.length * groupsOfContinuous)
  );
}

/** The sum of squares between groups by that of all values; 0 where all values are alike. */
function shareBetween(groups: readonly number[], values: readonly number[]): number {
  const grand = mean(values);
  const total = values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  if (total === 0 || values.length === 0) return 0;
  const members = Map.groupBy(values.keys(), (index) => groups[index]!);
  const between = [...members.values()].map((rows) =>
    rows.length * (mean(rows.map((row) => values[row]!)) - grand) ** 2
  );
  return between.reduce((sum, part) => sum + part, 0) / total;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
