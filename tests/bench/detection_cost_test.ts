import assert from "node:assert/strict";
import { join } from "node:path";
import {
  benchDetection,
  detectionTable,
  readDetection,
  storeDetection,
} from "../../bench/detection_cost.ts";
import { buildCnn } from "lib/models/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { writeRecord } from "lib/wfdb/mod.ts";

const letters = "NSVF";
/** Each class is told right but for one F taken for V; detection misses a V and invents an N. */
const annotated = [[9, 0, 0, 0, 0], [0, 4, 0, 0, 0], [0, 0, 5, 0, 0], [0, 0, 1, 1, 0], [
  0,
  0,
  0,
  0,
  0,
]];
const detected = annotated.map((row) => row.slice());
[detected[2]![2], detected[2]![4], detected[4]![0]] = [4, 1, 1];
const cost = {
  model: "cnn",
  set: "validation",
  records: ["a", "b"],
  source: "made up",
  date: "2026-01-02",
  annotated,
  detected,
};

Deno.test("detectionTable() counts a missed and an invented beat as mistakes of their class", () => {
  const lines = detectionTable([cost]).split("\n");
  assert.match(
    lines[2]!,
    /annotated \| 100.0 \/ 100.0 \(100.0\) .* 100.0 \/ 83.3 \(90.9\) \| 50.0/,
  );
  assert.match(
    lines[3]!,
    /detected \| 100.0 \/ 90.0 \(94.7\) .* 80.0 \/ 80.0 \(80.0\) .* 0 0 1 0 \| 1 0/,
  );
  assert.match(lines.at(-1)!, /validation: records a b\. made up, 2026-01-02/);
});

Deno.test("storeDetection() replaces what is stored of the same model and records alone", async () => {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(join(root, "bench/results"), { recursive: true });
  assert.deepEqual(await readDetection(root), []);
  for (const change of [{}, { set: "DS2" }, { source: "new" }]) {
    await storeDetection(root, { ...cost, ...change });
  }
  const stored = (await readDetection(root)).map(({ set, source }) => [set, source]);
  assert.deepEqual(stored, [["DS2", "made up"], ["validation", "new"]]);
  await Deno.remove(root, { recursive: true });
});

Deno.test("benchDetection() counts every beat once, by annotation and by detection", async () => {
  await startBackend({ warn: () => {} });
  const directory = await Deno.makeTempDir();
  const record = synthesizeRecord(syntheticPatients[5]!, { duration: 60 });
  await writeRecord(directory, record);
  const model = buildCnn({ filters: [2, 2], kernels: [3, 3] }, { classes: 4 });
  const found = await benchDetection(directory, { model, records: [record.name] });
  const wanted = [...letters].map((letter) =>
    record.annotations.filter(({ symbol }) => symbol === (letter === "S" ? "A" : letter)).length
  );
  for (const counts of [found.annotated, found.detected]) {
    const sums = counts.map((row) => row.reduce((a, b) => a + b));
    assert.deepEqual(sums.slice(0, 4), wanted);
    assert.ok(sums[4]! <= 1);
  }
  await Deno.remove(directory, { recursive: true });
});
