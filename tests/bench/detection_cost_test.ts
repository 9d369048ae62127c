import assert from "node:assert/strict";
import { join } from "node:path";
import { benchDetection, readDetection, storeDetection } from "../../bench/detection_cost.ts";
import { buildCnn } from "lib/models/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { writeRecord } from "lib/wfdb/mod.ts";
import { sampleDetection } from "./sample_detection.ts";

const letters = "NSVF";
Deno.test("storeDetection() replaces what is stored of the same model and records alone", async () => {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(join(root, "bench/results"), { recursive: true });
  assert.deepEqual(await readDetection(root), []);
  for (const change of [{}, { set: "DS2" }, { source: "new" }]) {
    await storeDetection(root, { ...sampleDetection(), ...change });
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
