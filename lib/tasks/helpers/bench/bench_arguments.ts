import { parseArgs } from "node:util";
import { type BenchmarkKey, benchmarkKeys } from "../../../../bench/benchmarks.ts";
import { wholeNumber } from "../whole_number.ts";

/** How `deno task bench` is called. */
export const benchUsage =
  "deno task bench [--json] [--rounds 5] [--only KEY,...] [--rows N] [--out DIR]\n" +
  `KEY is one of ${
    benchmarkKeys.join(" ")
  }; --rows N is a trial with N rows, stored only in --out.`;

/** What a command line asks for. */
export interface BenchArguments {
  keys: BenchmarkKey[];
  rounds: number;
  /** Rows of a trial; all where it is undefined. */
  rows: number | undefined;
  /** Where the measurements are stored; nowhere where it is undefined. */
  out: string | undefined;
  json: boolean;
}

/**
 * Reads the command line of the benchmarks.
 *
 * @param folder Where the measurements of this kind of machine are kept.
 * @throws {Error} for an unknown benchmark, or a number that is none.
 */
export function benchArguments(args: string[], folder: string): BenchArguments {
  const { values } = parseArgs({
    args,
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
  const rounds = wholeNumber("rounds", values.rounds);
  const rows = values.rows === undefined ? undefined : wholeNumber("rows", values.rows);
  // A trial must not replace what was measured properly.
  const trial = rounds < 5 || rows !== undefined;
  const out = values.out ?? (trial ? undefined : folder);
  return { keys, rounds, rows, out, json: values.json };
}
