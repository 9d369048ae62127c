import assert from "node:assert/strict";
import { resultsTable, timeText } from "../../bench/results_table.ts";
import { sampleResult } from "./sample_result.ts";

Deno.test("resultsTable() has a line for each benchmark, with times and ratio", () => {
  const [head, rule, line] = resultsTable({ cnn_32: sampleResult() }).split("\n");
  const cells = (row?: string) => row!.split("|").slice(1, -1).map((cell) => cell.trim());
  assert.deepEqual(cells(head), ["benchmark", "this project", "others", "ratio"]);
  assert.match(rule!, /^[| -]+$/);
  assert.deepEqual(cells(line), [
    "CNN, an epoch, batch 32 (8,192 beats)",
    "2.00 s",
    "Keras 5.00 s, PyTorch 8.00 s",
    "0.40",
  ]);
});

Deno.test("resultsTable() tells settings, machine and versions", () => {
  const table = resultsTable({ cnn_32: sampleResult() });
  assert.match(table, /batch 32: this project 1 thread an op; Keras 2 threads an op; PyTorch/);
  assert.match(table, /2026-01-31, 5 rounds, MIT-BIH.*; Fast One, 2 cores, avx2, 16 GiB, Linux/);
  assert.match(table, /load before 0.02; keras 3.15.1\./);
});

Deno.test("resultsTable() tells the circumstances of several results once", () => {
  const versions = { torch: "2.0" };
  const table = resultsTable({ cnn_32: sampleResult(), cnn_128: sampleResult({ versions }) });
  assert.equal(table.match(/Fast One/g)!.length, 1);
  assert.match(table, /keras 3.15.1, torch 2.0/);
});

Deno.test("resultsTable() says when the records were synthetic", () => {
  const source = { name: "made records", synthetic: true };
  assert.match(resultsTable({ rows: sampleResult({ source }) }), /made records \(SYNTHETIC\)/);
});

Deno.test("timeText() tells a prediction's speed in beats a second", () => {
  assert.equal(timeText(0.5, sampleResult({ title: "CNN, prediction" })), "16,384 beats/s");
  assert.equal(timeText(0.12345, sampleResult()), "0.123 s");
});

Deno.test("resultsTable() marks what is older than the code", () => {
  const results = { cnn_32: sampleResult({ code: "a" }), rows: sampleResult({ code: "b" }) };
  const lines = resultsTable(results, { codeOf: () => "a" }).split("\n");
  assert.match(lines[2]!, /\(8,192 beats\) +\|/);
  assert.match(lines[3]!, /\(8,192 beats\) † +\|/);
  assert.ok(lines.some((line) => line.startsWith("- † Measured before")));
  assert.ok(!resultsTable(results).includes("†"));
});

Deno.test("timeText() tells one beat's prediction in milliseconds", () => {
  const result = sampleResult({ title: "CNN, prediction, one beat at a time", rows: 1000 });
  assert.equal(timeText(0.25, result), "0.250 ms");
});

Deno.test("resultsTable() says where another program is faster, and beside which alone", () => {
  const medians = { ours: 2, keras: 5, onnxruntime: 1 };
  const table = resultsTable({ predict_1: sampleResult({ medians, ratio: 2 }) });
  assert.match(table, /Slower here\*\*: CNN, [^:]*: 2\.0 times onnxruntime's time\.$/m);
  assert.doesNotMatch(table, /0\.40 times/);
});
