// deno task bench [--json] [--rounds 5] [--only KEY,...] [--rows N] [--out DIR]: times this project beside
// Keras, PyTorch, onnxruntime, wfdb-python and numpy, in turns. Run it when nothing else runs.
// deno task bench kernels [--rounds 7]: times this project's kernels beside what they stand in for, and keeps
// which of them are not used on this kind of processor.
// deno task bench peaks [--peers FILE]: scores the detection of R peaks on all records; or what others have found, as
// bench/peaks_peers.py writes it.
// deno task bench detection DIR [--set validation|DS2|kaggle]: scores a model on annotated and on detected beats.
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { setupPaths } from "lib/setup/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { type BenchmarkKey, benchmarkKeys } from "../../bench/benchmarks.ts";
import { detectionTable, storeDetection } from "../../bench/detection_cost.ts";
import { describeMachine } from "../../bench/describe_machine.ts";
import { findBenchPython } from "../../bench/python_environment.ts";
import { benchKernels } from "../../bench/kernels.ts";
import { kindFolder } from "../../bench/results_files.ts";
import {
  benchPeaks,
  type PeaksResults,
  peaksTable,
  readPeaks,
  scorePeers,
  storePeaks,
} from "../../bench/peaks.ts";
import { resultsTable } from "../../bench/results_table.ts";
import { runBenchmarks } from "../../bench/run_benchmarks.ts";
import { noteScorings } from "./helpers/note_scorings.ts";
import { measureDetection } from "./helpers/bench/measure_detection.ts";

const root = dirname(dirname(import.meta.dirname!));
const usage = "deno task bench [--json] [--rounds 5] [--only KEY,...] [--rows N] [--out DIR]\n" +
  `KEY is one of ${
    benchmarkKeys.join(" ")
  }; --rows N is a trial with N rows, stored only in --out.`;

const say = (line: string) => console.error(line);
if (Deno.args[0] === "kernels") {
  const { values } = parseArgs({
    args: Deno.args.slice(1),
    options: { rounds: { type: "string" } },
  });
  console.log(await benchKernels(wholeNumber("--rounds", values.rounds ?? "7"), say));
  Deno.exit();
}
if (Deno.args[0] === "peaks") {
  const { values: { peers } } = parseArgs({
    args: Deno.args.slice(1),
    options: { peers: { type: "string" } },
  });
  const { directory, source } = await findRecords();
  const results: PeaksResults = peers === undefined
    ? {
      source: source.name,
      date: new Date().toISOString(),
      ...await benchPeaks(directory, say),
      ...await storedPeers(),
    }
    : {
      ...await readPeaks(root),
      peers: await scorePeers(directory, JSON.parse(await Deno.readTextFile(peers))),
    };
  if (!source.synthetic) await storePeaks(root, results);
  console.log(peaksTable(results));
  Deno.exit();
}
if (Deno.args[0] === "detection") {
  const { isSynthetic, looked, ...cost } = await measureDetection(Deno.args.slice(1));
  if (!isSynthetic) await storeDetection(root, cost);
  if (!isSynthetic && looked) await noteScorings(join(root, "models"), [looked]);
  console.log(detectionTable([cost]));
  Deno.exit();
}
const machine = describeMachine();
const options = readArguments();
const python = await findBenchPython(root, { basePython: setupPaths(root).python, say });
const results = await runBenchmarks(options.keys, { ...options, machine, python, say });
if (options.json) console.log(JSON.stringify(results, null, 2));
else console.log(`\n${resultsTable(results)}`);

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: "boolean", default: false },
        rounds: { type: "string", default: "5" },
        only: { type: "string", default: benchmarkKeys.join() },
        rows: { type: "string" },
        out: { type: "string" },
      },
    });
    const keys = values.only.split(",") as BenchmarkKey[];
    const unknown = keys.find((key) => !benchmarkKeys.includes(key));
    if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}".`);
    const rounds = wholeNumber("--rounds", values.rounds);
    const rows = values.rows === undefined ? undefined : wholeNumber("--rows", values.rows);
    // A trial must not replace what was measured properly.
    const trial = rounds < 5 || rows !== undefined;
    const out = values.out ??
      (trial ? undefined : join(root, "bench", "results", kindFolder(machine)));
    return { keys, rounds, rows, out, json: values.json };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    Deno.exit(2);
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${name} must be a whole number from 1 but is "${text}".`);
}

/** What others find does not change with this project. */
async function storedPeers(): Promise<Pick<PeaksResults, "peers">> {
  const { peers } = await readPeaks(root).catch(() => ({ peers: undefined }));
  return peers ? { peers } : {};
}
