import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn } from "lib/models/mod.ts";
import { createAdam } from "lib/tensorflow/mod.ts";
import { startWasm } from "lib/tensorflow/wasm/start_wasm.ts";
import { compileTrainingStep } from "lib/training/loop/compile_step.ts";

await startWasm();

const models: Record<string, (dropout: number) => tf.LayersModel> = {
  CNN: (dropout) =>
    buildCnn({ filters: [4, 6], kernels: [5, 3], dense: 8, dropout }, { inputShape: [20, 1] }),
  RNN: (dropout) => buildRnn({ units: [5, 4], dense: 4, dropout }, { inputShape: [20, 1] }),
};

async function losses(
  backend: string,
  build: () => tf.LayersModel,
  parts = 1,
): Promise<number[]> {
  await tf.setBackend(backend);
  const model = build();
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const step = compileTrainingStep(model, {
    optimizer: createAdam(variables, { learningRate: 1e-2 }),
    random: tf.variable(tf.tensor1d([3, 0], "int32"), false),
    classes: 5,
    labelSmoothing: 0,
    focusing: 0,
    parts,
  });
  const x = tf.randomNormal([12, 20, 1], 0, 1, "float32", 5);
  const labels = tf.range(0, 12, 1, "int32").mod(tf.scalar(5, "int32"));
  return Array.from({ length: 6 }, () => step(x, labels)[0]!.dataSync()[0]!);
}

for (const [name, build] of Object.entries(models)) {
  Deno.test(`WASM trains the ${name} as the CPU backend does`, async () => {
    const [wanted, found] = [
      await losses("cpu", () => build(0)),
      await losses("wasm", () => build(0)),
    ];
    const off = Math.max(...wanted.map((loss, i) => Math.abs(loss - found[i]!)));
    assert.ok(off < 1e-4, `off by ${off}`);
    assert.ok(found.at(-1)! < found[0]!);
  });

  Deno.test(`on WASM the ${name} in parts is the whole ${name}`, async () => {
    const [wanted, found] = [
      await losses("wasm", () => build(0)),
      await losses("wasm", () => build(0), 2),
    ];
    const off = Math.max(...wanted.map((loss, i) => Math.abs(loss - found[i]!)));
    assert.ok(off < 1e-4, `off by ${off}`);
  });

  Deno.test(`WASM repeats a training of the ${name} with dropout for the same seed`, async () => {
    const run = () => losses("wasm", () => build(0.4));
    assert.deepEqual(await run(), await run());
  });
}
