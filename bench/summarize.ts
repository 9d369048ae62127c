import type { DataSource } from "lib/beats/mod.ts";
import type { Benchmark } from "./benchmarks.ts";
import type { Machine } from "./describe_machine.ts";
import { median } from "./median.ts";
import type { Measurement } from "./run_rounds.ts";

/** One setting of a contender, in a {@linkcode BenchmarkResult}. */
export interface SettingResult {
  contender: string;
  setting: string;
  /** Median of all its runs. */
  median_s: number;
  /** Each run; fewer than `rounds` where the setting was given up. */
  seconds: number[];
  /** Training: loss of the warm-up epoch and of each run. */
  losses?: number[];
}

/** What a benchmark found. */
export interface BenchmarkResult {
  title: string;
  /** `ours_s`, `keras_s` ...: median seconds of a run, at the setting where it is least. */
  [seconds: `${string}_s`]: number;
  /** The same as seconds, by name. */
  medians: Record<string, number>;
  /** The setting that counts, by name. */
  settings: Record<string, string>;
  /** Our median by the least of the others': below 1, ours is faster. */
  ratio: number;
  /** What one run works through. */
  rows?: number;
  records?: number;
  batch?: number;
  rounds: number;
  /** Everything that was measured. */
  measured: SettingResult[];
  /** Parameters, rows, sums: the same for all contenders. */
  facts: Measurement["ready"]["facts"];
  versions: Record<string, string>;
  source: DataSource;
  /** ISO 8601. */
  date: string;
  machine: Machine;
  /** {@linkcode codeDigest} of what was timed. */
  code?: string;
}

/** Where and when something was measured. */
export interface Circumstances {
  rounds: number;
  source: DataSource;
  date: string;
  machine: Machine;
  code: string;
}

/** The result of a benchmark: for each contender the setting with the best median of all its rounds. */
export function summarize(
  { title, count, counted, batch }: Benchmark,
  measurements: Measurement[],
  circumstances: Circumstances,
): BenchmarkResult {
  const best = bestSettings(measurements, circumstances.rounds);
  const medians = Object.fromEntries(
    Object.entries(best).map(([name, { seconds }]) => [name, median(seconds)]),
  );
  return {
    title,
    ...Object.fromEntries(Object.entries(medians).map(([name, value]) => [`${name}_s`, value])),
    medians,
    settings: Object.fromEntries(
      Object.entries(best).map(([name, { contender }]) => [name, contender.setting]),
    ),
    ratio: ratioToFastest(medians),
    ...(counted === "records" ? { records: count } : counted === "beats" ? { rows: count } : {}),
    ...(batch === undefined ? {} : { batch }),
    rounds: circumstances.rounds,
    measured: measurements.map(({ contender, seconds, losses }) => ({
      contender: contender.name,
      setting: contender.setting,
      median_s: median(seconds),
      seconds,
      ...(losses.length > 0 ? { losses } : {}),
    })),
    facts: measurements[0]!.ready.facts,
    versions: Object.assign({}, ...measurements.map(({ ready }) => ready.versions)),
    source: circumstances.source,
    date: circumstances.date,
    machine: circumstances.machine,
    code: circumstances.code,
  };
}

/** Our seconds by the least seconds of the others. */
export function ratioToFastest({ ours, ...others }: Record<string, number>): number {
  return ours! / Math.min(...Object.values(others));
}

/** A setting that was given up has fewer runs than rounds and does not count. */
function bestSettings(measurements: Measurement[], rounds: number): Record<string, Measurement> {
  const best: Record<string, Measurement> = {};
  for (const measurement of measurements) {
    if (measurement.seconds.length < rounds) continue;
    const { name } = measurement.contender;
    const present = best[name];
    if (!present || median(measurement.seconds) < median(present.seconds)) best[name] = measurement;
  }
  return best;
}
