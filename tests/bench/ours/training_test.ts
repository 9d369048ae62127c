import assert from "node:assert/strict";
import { contenderCommand } from "../../../bench/benchmarks.ts";
import { writeRows } from "../../../bench/row_files.ts";
import { startWorker } from "../../../bench/start_worker.ts";

Deno.test("the training contender trains an epoch each time it is told to", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const labels = Uint8Array.from({ length: 64 }, (_, row) => row % 5);
    const values = Float32Array.from({ length: 64 * 187 }, (_, i) => labels[Math.floor(i / 187)]!);
    const rows = await writeRows(directory, { values, labels });
    const options = { model: "cnn", batch: 32, threads: { intra: 1, inter: 1 }, rows };
    const contender = { name: "ours", setting: "", program: "ours/training.ts", options };
    const worker = await startWorker(contenderCommand(contender, { python: "" }));
    assert.deepEqual(worker.ready.facts, { parameters: 192133, rows: 64 });
    const first = await worker.run();
    const second = await worker.run();
    await worker.close();
    assert.ok(first.seconds > 0 && second.seconds > 0);
    assert.ok(second.loss! < worker.ready.loss!);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
