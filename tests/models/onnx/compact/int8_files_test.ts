import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { loadModel, predictProbabilities, writeOnnx } from "lib/models/mod.ts";
import { readHeartbeatCsv } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "../../../../lib/tasks/helpers/export_onnx.ts";
import { readOnnx } from "../read_onnx.ts";

await startBackend();

const root = join(import.meta.dirname!, "..", "..", "..", "..");

/** What ONNX Runtime made of the files: tests/reference/models_onnx_int8.py, .mjs and models_onnx_int8_avx2.py. */
const found = JSON.parse(
  await Deno.readTextFile(join(root, "tests/fixtures/models/onnx/int8.json")),
);
const { inputs: extract } = await readHeartbeatCsv(
  join(root, "tests/fixtures/beats/extract.csv"),
  "test",
);
const LARGEST_BYTES = 250_000;

for (const [name, seen] of Object.entries<Record<string, Seen>>(found.models)) {
  Deno.test(`ONNX Runtime was seen to compute models/${name} in 8 bits at the loss that is stated`, async () => {
    const { float, folded, weights, values } = seen as Record<string, Required<Seen>>;
    const ours = predictProbabilities(await loadModel(join(root, "models", name)), extract);
    for (const one of [float!, folded!]) assertNear(one, ours, 1e-5);
    for (const one of [weights!, values!]) {
      assertNear(one, ours, Math.max(one.largestDifference, 0.05));
      assert.ok(one.bytes < 0.28 * float!.bytes);
      assert.ok(one.differenceInNode < 1e-5);
    }
    assert.ok(values!.differenceWithoutVnni < 1e-6, "other processors compute the same");
    assert.equal(found.kept, "values");
    const loss = float!.validation.macroF1 - values!.validation.macroF1;
    assert.ok(loss <= found.largestLoss, `${loss}`);
    const metrics = JSON.parse(await Deno.readTextFile(join(root, "models", name, "metrics.json")));
    assert.ok(Math.abs(float!.test.macroF1 - metrics.macroF1) < 1e-6);
    assert.match(values!.metadata.ranges_of!, /^1,000 training rows of MIT-BIH/);
  });

  Deno.test(`models/${name} is written in 8 bits as ONNX Runtime was seen to read it`, async () => {
    const model = await loadModel(join(root, "models", name));
    const kinds = {
      folded: await writeOnnx(model, { folded: true }),
      weights: await writeOnnx(model, { int8: {} }),
      values: await writeOnnx(model, { int8: { valuesBy: extract } }),
    };
    for (const [kind, bytes] of Object.entries(kinds)) {
      const { nodes, tensors } = readOnnx(bytes);
      assert.deepEqual(nodes.map(({ operator }) => operator), seen[kind]!.operators, kind);
      // On another processor a weight may be rounded the other way.
      const sum = weightSum(tensors);
      assert.ok(Math.abs(sum / seen[kind]!.weightSum - 1) < 1e-5, `${kind}: ${sum}`);
      const wide = Object.values(tensors).filter(({ shape }) => shape.length > 1);
      assert.ok(wide.every(({ type }) => type === (kind === "folded" ? "float32" : "int8")));
    }
  });
}

Deno.test("the CNN in 8 bits has at most 250 kB", () => {
  assert.ok(found.models.cnn.values.bytes <= LARGEST_BYTES);
});

Deno.test({
  name: "exportOnnx() finds the ranges of training rows, and says of which",
  ignore: Deno.env.get("ECG_DATA") === undefined,
  fn: async () => {
    const bytes = await exportOnnx(join(root, "models", "cnn"), { int8: true });
    const { tensors, metadata } = readOnnx(bytes);
    const { values } = found.models.cnn;
    assert.equal(bytes.length, values.bytes);
    assert.deepEqual(metadata, values.metadata);
    for (const [name, step] of Object.entries<number>(values.steps)) {
      assert.ok(Math.abs(tensors[name]!.values[0]! / step - 1) < 1e-4, name);
    }
  },
});

Deno.test("writeOnnx() refuses layers whose weights are not quantized, by name", async () => {
  const beat = tf.input({ shape: [6, 1], name: "beat" });
  const outputs = tf.layers.lstm({ units: 2, name: "memory" }).apply(beat) as tf.SymbolicTensor;
  await assert.rejects(
    writeOnnx(tf.model({ name: "m", inputs: beat, outputs }), { int8: {} }),
    /Cannot write model "m" as ONNX: wanted Conv or MatMul, .* at "memory\/LSTM", found "LSTM"/,
  );
});

Deno.test("writeOnnx() refuses ranges of rows that are no numbers", async () => {
  const beat = tf.input({ shape: [3], name: "beat" });
  const outputs = tf.layers.dense({ units: 2 }).apply(beat) as tf.SymbolicTensor;
  const rows = { beat: { shape: [3], values: Float32Array.of(1, NaN, 3) } };
  await assert.rejects(
    writeOnnx(tf.model({ name: "m", inputs: beat, outputs }), { int8: { valuesBy: rows } }),
    /Cannot write model "m" as ONNX: wanted numbers as "beat" of all rows, found "NaN to NaN"/,
  );
});

interface Seen {
  bytes: number;
  operators: string[];
  weightSum: number;
  validation: { macroF1: number };
  largestDifference: number;
  differenceInNode: number;
  differenceWithoutVnni?: number;
  extract: number[][];
  metadata: Record<string, string>;
  test?: { macroF1: number };
}

function assertNear({ extract }: Seen, ours: Float32Array, tolerance: number): void {
  const largest = Math.max(...extract.flat().map((value, i) => Math.abs(value - ours[i]!)));
  assert.ok(largest < tolerance, `${largest}`);
}

function weightSum(tensors: ReturnType<typeof readOnnx>["tensors"]): number {
  const wide = Object.values(tensors).filter(({ shape }) => shape.length > 1);
  return wide.flatMap(({ values }) => values).reduce((sum, value) => sum + Math.abs(value), 0);
}
