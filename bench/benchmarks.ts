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
  /** Variables that are set for it. */
  environment?: Record<string, string>;
}

/** What is measured together, in turns. */
export interface Benchmark {
  key: string;
  title: string;
  /** What one run works through: rows, records, or neither. */
  count: number;
  counted: "beats" | "records" | "nothing";
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
  /** A published model, the same as Keras exports it, and a CSV file of one beat; there for the cold start. */
  published: { directory: string; onnx: string; csv: string };
}

/** How many rows an epoch or a prediction has. */
export interface RowCounts {
  cnn: number;
  lstm: number;
  predict: number;
  single: number;
}

/** The names of all benchmarks, in their order. */
export const benchmarkKeys = [
  "cnn_32",
  "cnn_128",
  "lstm_32",
  "lstm_128",
  "first_cnn",
  "first_lstm",
  "predict_512",
  "predict_1",
  "cold_start",
  "import",
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
  if (key === "predict_512") return prediction(data, { batch: 512, count: rows.predict, cores });
  if (key === "predict_1") return prediction(data, { batch: 1, count: rows.single, cores });
  if (key === "cold_start") return coldStart(data);
  if (key === "import") return importing();
  if (key === "first_cnn" || key === "first_lstm") {
    return firstStep(key === "first_cnn" ? "cnn" : "lstm", { cores });
  }
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
      ...kerasSettings(cores).map((setting) => ({
        name: "keras",
        program: "keras_training.py",
        setting: setting.text,
        options: { ...options, threads: setting.threads },
        environment: setting.environment,
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
  { batch, count, cores }: { batch: number; count: number; cores: number },
): Benchmark {
  const options = { batch, rows: data.rows[count], onnx: data.onnx };
  return {
    key: `predict_${batch}`,
    title: batch === 1 ? "CNN, prediction, one beat at a time" : `CNN, prediction, batch ${batch}`,
    count,
    counted: "beats",
    batch,
    contenders: [
      ...tensorflowSettings(cores).map((setting) => ({
        name: "ours",
        program: "ours/prediction.ts",
        setting: setting.text,
        options: { ...options, threads: setting.threads },
      })),
      ...["predict_on_batch", "tf.function", "jit_compile"].flatMap((call) =>
        kerasSettings(cores).map((setting) => ({
          name: "keras",
          program: "keras_prediction.py",
          setting: `${call}, ${setting.text}`,
          options: { ...options, threads: setting.threads, call },
          environment: setting.environment,
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

/** A new process from its start to the class of a beat in a CSV file. */
function coldStart({ published: { directory, onnx, csv } }: BenchmarkData): Benchmark {
  const task = join(import.meta.dirname!, "../lib/tasks/predict.ts");
  const spawn = (name: string, command: string[]) => spawned(name, { command, answer: "class" });
  return {
    key: "cold_start",
    title: "cold start, to the class of a CSV row",
    count: 1,
    counted: "beats",
    contenders: [
      spawn("ours", ["deno", task, directory, csv]),
      spawn("keras", ["python", inBench("keras_cold_start.py"), `${directory}/model.keras`, csv]),
      spawn("onnxruntime", ["python", inBench("onnx_cold_start.py"), onnx, csv]),
    ],
  };
}

/** The import cell of a notebook, in a new process: the library, and what stands for it in Python. */
function importing(): Benchmark {
  const spawn = (name: string, command: string[]) => spawned(name, { command, answer: "seconds" });
  return {
    key: "import",
    title: "import of the library",
    count: 0,
    counted: "nothing",
    contenders: [
      spawn("ours", ["deno", inBench("ours/import.ts")]),
      spawn("keras", ["python", inBench("keras_import.py")]),
    ],
  };
}

/** The first training step, of 128 rows, after the model is built, in a new process. */
function firstStep(model: "cnn" | "lstm", { cores }: { cores: number }): Benchmark {
  const spawn = (
    name: string,
    program: string[],
    { threads, text, environment }: Setting,
  ) => ({
    ...spawned(name, {
      command: [...program, JSON.stringify({ model, threads })],
      answer: "seconds",
    }),
    setting: text,
    environment,
  });
  return {
    key: `first_${model}`,
    title: `${model.toUpperCase()}, the first training step, batch 128`,
    count: 128,
    counted: "beats",
    batch: 128,
    contenders: [
      ...tensorflowSettings(cores).slice(0, 1)
        .map((setting) => spawn("ours", ["deno", inBench("ours/first_step.ts")], setting)),
      ...tensorflowSettings(cores)
        .map((setting) => spawn("keras", ["python", inBench("keras_first_step.py")], setting)),
    ],
  };
}

/** A contender that is a process of its own each time. */
function spawned(
  name: string,
  options: { command: string[]; answer: "class" | "seconds" },
): Contender {
  return { name, setting: "", program: "ours/spawned.ts", options };
}

function inBench(program: string): string {
  return join(import.meta.dirname!, program);
}

function plain(name: string, program: string, { records }: BenchmarkData): Contender {
  return { name, program, setting: "", options: { records } };
}

/** Threads of TensorFlow, and variables that go with them. */
interface Setting {
  threads: { intra: number; inter: number };
  text: string;
  environment?: Record<string, string>;
}

/** Keras is also tried with oneDNN's ops on and off, whatever TensorFlow chooses for this processor. */
function kerasSettings(cores: number): Setting[] {
  return tensorflowSettings(cores).flatMap((setting) =>
    [false, true].map((on) => ({
      ...setting,
      text: `${setting.text}, oneDNN's ops ${on ? "on" : "off"}`,
      environment: { TF_ENABLE_ONEDNN_OPTS: on ? "1" : "0" },
    }))
  );
}

function tensorflowSettings(cores: number): Setting[] {
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
