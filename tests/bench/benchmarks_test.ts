import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type BenchmarkData,
  type BenchmarkKey,
  benchmarkKeys,
  contenderCommand,
  describeBenchmark,
} from "../../bench/benchmarks.ts";
import { properRows } from "../../bench/run_benchmarks.ts";

const files = { values: "rows.f32", labels: "labels.u8" };
const data: BenchmarkData = {
  rows: { 8192: files, 1024: files, 16384: files },
  records: "mitdb",
  counts: { records: 48, beats: 109446 },
  onnx: "cnn.onnx",
  published: { directory: "models/cnn", onnx: "published.onnx", csv: "beat.csv" },
};
const describe = (key: BenchmarkKey, cores = 2) =>
  describeBenchmark(key, data, { rows: properRows, cores });

Deno.test("every benchmark has ours and others, whose programs are there", () => {
  for (const key of benchmarkKeys) {
    const { contenders } = describe(key);
    const names = new Set(contenders.map(({ name }) => name));
    assert.ok(names.has("ours") && names.size >= 2, key);
    for (const { program } of contenders) {
      assert.ok(existsSync(join(import.meta.dirname!, "../../bench", program)), program);
    }
  }
});

Deno.test("a training is tried at several thread settings, all with one batch size", () => {
  const { contenders, count, batch } = describe("lstm_128");
  assert.deepEqual([count, batch], [1024, 128]);
  assert.deepEqual(contenders.map(({ name, options }) => [name, options.threads]), [
    ["ours", { intra: 1, inter: 2 }],
    ["ours", { intra: 2, inter: 2 }],
    ["keras", { intra: 1, inter: 2 }],
    ["keras", { intra: 1, inter: 2 }],
    ["keras", { intra: 2, inter: 2 }],
    ["keras", { intra: 2, inter: 2 }],
    ["pytorch", 1],
    ["pytorch", 2],
  ]);
  assert.ok(contenders.every(({ options }) => options.batch === 128 && options.model === "lstm"));
});

Deno.test("on one core each contender has one setting, Keras one with oneDNN and one without", () => {
  const settings = describe("cnn_32", 1).contenders.map(({ name, setting }) =>
    `${name}: ${setting}`
  );
  assert.deepEqual(settings, [
    "ours: 1 thread an op, 1 op at once",
    "keras: 1 thread an op, 1 op at once, oneDNN's ops off",
    "keras: 1 thread an op, 1 op at once, oneDNN's ops on",
    "pytorch: 1 thread",
  ]);
});

Deno.test("contenderCommand() runs TypeScript by Deno and Python by the Python that is given", () => {
  const [ours, wfdb] = describe("records").contenders.map((contender) =>
    contenderCommand(contender, { python: "python3" })
  );
  assert.equal(ours![0], Deno.execPath());
  assert.equal(wfdb![0], "python3");
  assert.match(wfdb![1]!, /bench\/wfdb_records\.py$/);
  assert.deepEqual(JSON.parse(wfdb!.at(-1)!), { records: "mitdb" });
});

Deno.test("the import is timed in new processes and counts neither rows nor records", () => {
  const { contenders, counted } = describe("import");
  assert.equal(counted, "nothing");
  assert.deepEqual(contenders.map(({ name }) => name), ["ours", "keras"]);
  const { command } = contenders[0]!.options as { command: string[] };
  assert.ok(existsSync(command[1]!));
});
