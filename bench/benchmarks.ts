import { join } from "node:path";
import type { RowFiles } from "./row_files.ts";

/** One program at one setting. */
export interface Contender {
  /** Whose it is: "ours", "keras", ... Several settings of one compete, the best counts. */
  name: string;
  /** For people: "1 thread an op, 2 ops". */
  setting: string;
  /** Path of the program in bench/: TypeScript is run by Deno, Python by the benchmark's Python. */
  program: string;
  /** Handed to the program as JSON, with the places of its data. */
  options: Record<string, unknown>;
}

/** What is measured together, in turns. */
export interface Benchmark {
  key: string;
  title: string;
  /** What one run works through: rows, or records. */
  count: number;
  counted: "beats" | "records";
  batch?: number;
  contenders: Contender[];
}

/** Where the contenders find what they work on. */
export interface BenchmarkData {
  /** Standardized training rows, by their number. */
  rows: Record<number, RowFiles>;
  /** Folder of the records. */
  records: string;
  /** How many records and how many rows they hold. */
  counts: { records: number; beats: number };
  /** The CNN as Keras exports it; there when prediction is measured. */
  onnx: string;
}

/** How many rows an epoch or a prediction has. */
export interface RowCounts {
  cnn: number;
  lstm: number;
  predict: number;
}

/** The names of all benchmarks, in their order. */
export const benchmarkKeys = [
  "cnn_32",
  "cnn_128",
  "lstm_32",
  "lstm_128",
  "predict_512",
  "records",
  "rows",
] as const;

/** The name of a benchmark. */
export type BenchmarkKey = typeof benchmarkKeys[number];

/** A benchmark with all settings that its contenders are tried at. */
export function describeBenchmark(
  key: BenchmarkKey,
  data: BenchmarkData,
  { rows, cores }: { rows: RowCounts; cores: number },
): Benchmark {
  if (key === "predict_512") return prediction(data, { count: rows.predict, cores });
  if (key === "records") {
    return {
      key,
      title: "read all records, signals and annotations",
      count: data.counts.records,
      counted: "records",
      contenders: [
        plain("ours", "ours/records.ts", data),
        plain("wfdb", "wfdb_records.py", data),
      ],
    };
  }
  if (key === "rows") {
    return {
      key,
      title: "cut rows from records",
      count: data.counts.beats,
      counted: "beats",
      contenders: [plain("ours", "ours/rows.ts", data), plain("numpy", "rows_numpy.py", data)],
    };
  }
  const [model, batch] = key.split("_") as ["cnn" | "lstm", string];
  return training({ model, batch: Number(batch), count: rows[model] }, data, { cores });
}

/** The command line of a contender. */
export function contenderCommand(contender: Contender, { python }: { python: string }): string[] {
  const program = join(import.meta.dirname!, contender.program);
  const start = program.endsWith(".ts") ? [Deno.execPath(), "run", "-A"] : [python];
  return [...start, program, JSON.stringify(contender.options)];
}

function training(
  { model, batch, count }: { model: "cnn" | "lstm"; batch: number; count: number },
  data: BenchmarkData,
  { cores }: { cores: number },
): Benchmark {
  const options = { model, batch, rows: data.rows[count] };
  return {
    key: `${model}_${batch}`,
    title: `${model.toUpperCase()}, an epoch, batch ${batch}`,
    count,
    counted: "beats",
    batch,
    contenders: [
      ...tensorflowSettings(cores).map((setting) => ({
        name: "ours",
        program: "ours/training.ts",
        setting: setting.text,
        options: { ...options, threads: setting.threads },
      })),
      ...tensorflowSettings(cores).map((setting) => ({
        name: "keras",
        program: "keras_training.py",
        setting: setting.text,
        options: { ...options, threads: setting.threads },
      })),
      ...threadCounts(cores).map((threads) => ({
        name: "pytorch",
        program: "torch_training.py",
        setting: plural(threads, "thread"),
        options: { ...options, threads },
      })),
    ],
  };
}

function prediction(
  data: BenchmarkData,
  { count, cores }: { count: number; cores: number },
): Benchmark {
  const options = { batch: 512, rows: data.rows[count], onnx: data.onnx };
  return {
    key: "predict_512",
    title: "CNN, prediction, batch 512",
    count,
    counted: "beats",
    batch: 512,
    contenders: [
      ...tensorflowSettings(cores).map((setting) => ({
        name: "ours",
        program: "ours/prediction.ts",
        setting: setting.text,
        options: { ...options, threads: setting.threads },
      })),
      ...["predict_on_batch", "tf.function"].flatMap((call) =>
        tensorflowSettings(cores).map((setting) => ({
          name: "keras",
          program: "keras_prediction.py",
          setting: `${call}, ${setting.text}`,
          options: { ...options, threads: setting.threads, call },
        }))
      ),
      ...threadCounts(cores).map((threads) => ({
        name: "onnxruntime",
        program: "onnx_prediction.py",
        setting: plural(threads, "thread"),
        options: { ...options, threads },
      })),
    ],
  };
}

function plain(name: string, program: string, { records }: BenchmarkData): Contender {
  return { name, program, setting: "", options: { records } };
}

function tensorflowSettings(cores: number) {
  return threadCounts(cores).map((intra) => ({
    threads: { intra, inter: cores },
    text: `${plural(intra, "thread")} an op, ${plural(cores, "op")} at once`,
  }));
}

function threadCounts(cores: number): number[] {
  return [...new Set([1, cores])];
}

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
