// deno task bench [--json] [--rounds 5] [--only KEY,...] [--rows N] [--out DIR]: times this project and
// Keras, PyTorch, onnxruntime, wfdb-python and numpy, in turns. Run it when nothing else runs.
// deno task bench kernels [--rounds 7]: times this project's kernels beside what they replace, and records
// which of them are not used on this kind of processor.
// deno task bench peaks [--peers FILE]: scores R peak detection on all records, or the detections of other programs, as
// bench/peaks_peers.py writes them.
// deno task bench detection DIR [--set validation|DS2|kaggle]: scores a model on annotated and on detected beats.
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { setupPaths } from "lib/setup/mod.ts";
import { storeDetection } from "../../bench/detection_cost.ts";
import { detectionTable } from "../../bench/detection_table.ts";
import { describeMachine } from "../../bench/describe_machine.ts";
import { findBenchPython } from "../../bench/python_environment.ts";
import { benchKernels } from "../../bench/kernels.ts";
import { kindFolder } from "../../bench/results_files.ts";
import { peaksTable } from "../../bench/peaks.ts";
import { resultsTable } from "../../bench/results_table.ts";
import { runBenchmarks } from "../../bench/run_benchmarks.ts";
import { noteScorings } from "./helpers/note_scorings.ts";
import {
  type BenchArguments,
  benchArguments,
  benchUsage,
} from "./helpers/bench/bench_arguments.ts";
import { measureDetection } from "./helpers/bench/measure_detection.ts";
import { scorePeaks } from "./helpers/bench/score_peaks.ts";
import { wholeNumber } from "./helpers/whole_number.ts";

const root = dirname(dirname(import.meta.dirname!));
const say = (line: string) => console.error(line);
if (Deno.args[0] === "kernels") {
  const { values } = parseArgs({
    args: Deno.args.slice(1),
    options: { rounds: { type: "string" } },
  });
  console.log(await benchKernels(wholeNumber("rounds", values.rounds ?? "7"), say));
  Deno.exit();
}
if (Deno.args[0] === "peaks") {
  const { values: { peers } } = parseArgs({
    args: Deno.args.slice(1),
    options: { peers: { type: "string" } },
  });
  console.log(peaksTable(await scorePeaks(root, { peers, say })));
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

function readArguments(): BenchArguments {
  try {
    return benchArguments(Deno.args, join(root, "bench", "results", kindFolder(machine)));
  } catch (error) {
    console.error(`${(error as Error).message}\n${benchUsage}`);
    Deno.exit(2);
  }
}
