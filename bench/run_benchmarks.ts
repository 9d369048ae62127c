import {
  type BenchmarkKey,
  benchmarkKeys,
  contenderCommand,
  describeBenchmark,
} from "./benchmarks.ts";
import { codeDigest } from "./code_digest.ts";
import { type Machine, quietLoad } from "./describe_machine.ts";
import { prepareData } from "./prepare_data.ts";
import { type Results, storeResults } from "./results_files.ts";
import { runRounds } from "./run_rounds.ts";
import { startWorker } from "./start_worker.ts";
import { summarize } from "./summarize.ts";

/** How benchmarks are run. */
export interface RunBenchmarksOptions {
  rounds: number;
  /** Rows of an epoch and of a prediction, in place of {@linkcode properRows}. */
  rows?: number;
  /** This machine, described before anything ran. */
  machine: Machine;
  /** The Python that runs the other programs. */
  python: string;
  /** Where results are stored, each as soon as it is there; nowhere by default. */
  out?: string;
  /** Is told each step. */
  say: (line: string) => void;
}

/** So many rows that a run takes seconds on two cores. */
export const properRows = { cnn: 8192, lstm: 1024, predict: 16384, single: 1024 };

/** Runs benchmarks one after the other. */
export async function runBenchmarks(
  keys: BenchmarkKey[],
  options: RunBenchmarksOptions,
): Promise<Results> {
  const { rounds, machine, python, out, say } = options;
  if (machine.load > quietLoad) {
    say(
      `WARNING: the load is ${machine.load}: other programs are at work here, and the times are worth nothing.`,
    );
  }
  const count = options.rows;
  const rows = count === undefined
    ? properRows
    : { cnn: count, lstm: count, predict: count, single: count };
  const directory = await Deno.makeTempDir({ prefix: "bench-" });
  const results: Results = {};
  try {
    const needsOnnx = keys.some((key) => key.startsWith("predict") || key === "cold_start");
    const onnxPython = needsOnnx ? python : undefined;
    const data = await prepareData(directory, { rows, onnxPython });
    const circumstances = { rounds, source: data.source, machine };
    for (const key of benchmarkKeys.filter((key) => keys.includes(key))) {
      say(`\n${key}`);
      const cores = Math.min(machine.cores, 8);
      const benchmark = describeBenchmark(key, data, { rows, cores });
      const measurements = await runRounds(benchmark.contenders, {
        rounds,
        say,
        start: (contender) =>
          startWorker(contenderCommand(contender, { python }), {
            BENCH_PYTHON: python,
            ...contender.environment,
          }),
      });
      const date = new Date().toISOString();
      results[key] = summarize(benchmark, measurements, {
        ...circumstances,
        date,
        code: codeDigest(key),
      });
      say(`ratio ${results[key].ratio.toFixed(3)}`);
      if (out) await storeResults(out, { [key]: results[key] });
    }
    return results;
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}
