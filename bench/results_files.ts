import { join } from "node:path";
import { figurePng } from "lib/figures/mod.ts";
import { replaceFile, writeJson } from "lib/files/mod.ts";
import { benchmarkKeys } from "./benchmarks.ts";
import { type Machine, machineKind } from "./describe_machine.ts";
import { resultsFigure } from "./results_figure.ts";
import type { BenchmarkResult } from "./summarize.ts";

/** Results by the name of their benchmark. */
export type Results = Record<string, BenchmarkResult>;

/** A kind of processor and what was measured on it, with the folder of the results. */
export interface KindResults {
  kind: string;
  directory: string;
  results: Results;
}

/** The results of every kind of processor, each in a folder of its own, in the order of their names. */
export async function readKinds(directory: string): Promise<KindResults[]> {
  const names = (await Array.fromAsync(Deno.readDir(directory)))
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort();
  return await Promise.all(names.map(async (name) => {
    const results = await readResults(join(directory, name));
    const newest = Object.values(results).toSorted((a, b) => b.date.localeCompare(a.date))[0];
    const kind = newest ? machineKind(newest.machine) : name;
    return { kind, directory: join(directory, name), results };
  }));
}

/** The name of the folder for results of a machine: "amd_epyc_avx2". */
export function kindFolder(machine: Machine): string {
  return machineKind(machine).toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}

/** The results that a folder holds; none where there is no bench.json. */
export async function readResults(directory: string): Promise<Results> {
  try {
    return JSON.parse(await Deno.readTextFile(join(directory, "bench.json")));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

/** Writes results as bench.json and bench.png; those of other benchmarks that lie there stay. */
export async function storeResults(directory: string, results: Results): Promise<Results> {
  await Deno.mkdir(directory, { recursive: true });
  const merged = mergeResults(await readResults(directory), results);
  await writeJson(join(directory, "bench.json"), merged);
  const picture = join(directory, "bench.png");
  await replaceFile(picture, await figurePng(resultsFigure(merged), { scale: 2 }));
  return merged;
}

/** The newer result of each benchmark, in the order of the benchmarks. */
export function mergeResults(older: Results, newer: Results): Results {
  const all = { ...older, ...newer };
  const known = benchmarkKeys.filter((key) => key in all);
  return Object.fromEntries(known.map((key) => [key, all[key]!]));
}
