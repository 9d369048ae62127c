import assert from "node:assert/strict";
import type { Benchmark } from "../../bench/benchmarks.ts";
import type { Measurement } from "../../bench/run_rounds.ts";
import { ratioToFastest, summarize } from "../../bench/summarize.ts";
import { sampleResult } from "./sample_result.ts";

const benchmark: Benchmark = {
  key: "cnn_32",
  title: "CNN, an epoch, batch 32",
  count: 8192,
  counted: "beats",
  batch: 32,
  contenders: [],
};
const { source, date, machine } = sampleResult();
const circumstances = { rounds: 3, source, date, machine, code: "0123456789ab" };

Deno.test("summarize() takes the best median of each contender and names its setting", () => {
  const result = summarize(benchmark, [
    measurement("ours", "one", [3, 2, 9]),
    measurement("ours", "two", [4, 4, 4]),
    measurement("keras", "one", [6, 6, 6]),
    measurement("pytorch", "one", [5, 4, 6]),
  ], circumstances);
  assert.equal(result.ours_s, 3);
  assert.equal(result.keras_s, 6);
  assert.equal(result.pytorch_s, 5);
  assert.equal(result.rows, 8192);
  assert.equal(result.batch, 32);
  assert.equal(result.ratio, 3 / 5);
  assert.deepEqual(result.settings, { ours: "one", keras: "one", pytorch: "one" });
  assert.equal(result.measured.length, 4);
});

Deno.test("summarize() does not count a setting that was given up", () => {
  const result = summarize(benchmark, [
    measurement("ours", "given up", [1, 1]),
    measurement("ours", "whole", [2, 2, 2]),
    measurement("keras", "one", [4, 4, 4]),
  ], circumstances);
  assert.deepEqual(result.settings, { ours: "whole", keras: "one" });
});

Deno.test("summarize() keeps what was measured, on what, when and with which versions", () => {
  const result = summarize(
    { ...benchmark, counted: "records", count: 48, batch: undefined },
    [measurement("ours", "", [1, 1, 1]), measurement("wfdb", "", [4, 4, 4])],
    circumstances,
  );
  assert.equal(result.records, 48);
  assert.equal("rows" in result, false);
  assert.deepEqual(result.versions, { ours: "1.0", wfdb: "1.0" });
  assert.deepEqual([result.date, result.machine, result.source], [date, machine, source]);
  assert.deepEqual(result.measured[1]!.seconds, [4, 4, 4]);
});

Deno.test("ratioToFastest() compares with the fastest other", () => {
  assert.equal(ratioToFastest({ ours: 2, keras: 8, pytorch: 4 }), 0.5);
});

function measurement(name: string, setting: string, seconds: number[]): Measurement {
  return {
    contender: { name, setting, program: "", options: {} },
    ready: { facts: { parameters: 5 }, versions: { [name]: "1.0" } },
    seconds,
    losses: [],
  };
}
