import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { capture, startTensorflow } from "lib/tensorflow/mod.ts";
import { installFusedKernels } from "lib/tensorflow/fused/mod.ts";
import { keepKernelChoice, measuredLosers } from "lib/tensorflow/kernel_choice.ts";
import { kernelNames, leaveOutKernels, unusedKernels } from "lib/tensorflow/kernels.ts";
import { buildCnn, buildRnn } from "lib/models/mod.ts";
import { applyForLogits } from "lib/tensorflow/mod.ts";

await startTensorflow({ intra: 1, inter: 2 });

Deno.test("kernels that were measured to lose are left out on this kind of processor alone", () => {
  const path = join(Deno.makeTempDirSync(), "kernels.json");
  assert.deepEqual(measuredLosers(path), []);
  keepKernelChoice(["gru", "bias"], path);
  assert.deepEqual(measuredLosers(path), ["bias", "gru"]);
  const choice = JSON.parse(Deno.readTextFileSync(path));
  Deno.writeTextFileSync(path, JSON.stringify({ ...choice, processor: "another" }));
  assert.deepEqual(measuredLosers(path), []);
});

Deno.test("an unknown kernel cannot be left out", () => {
  assert.throws(
    () => leaveOutKernels(["lstmm"]),
    /Cannot leave out kernel "lstmm": there are relu/,
  );
  assert.deepEqual(unusedKernels(), []);
});

/** The operations of a captured training pass of both networks without some kernels, and its gradients' norm. */
function pass(unused: readonly (typeof kernelNames[number])[]) {
  const undo = installFusedKernels(unused);
  try {
    const cnn = buildCnn({ filters: [8, 4], kernels: [5, 3], dense: 8, dropout: 0 }, {
      inputShape: [40, 1],
      seed: 1,
    });
    const lstm = buildRnn({ units: [4], dense: 4, dropout: 0 }, { inputShape: [40, 1], seed: 1 });
    const gru = buildRnn({ units: [4], dense: 4, dropout: 0, cell: "gru" }, {
      inputShape: [40, 1],
      seed: 1,
    });
    const residual = buildCnn(
      { filters: [8, 4], kernels: [5, 3], dense: 8, dropout: 0, residual: true },
      { inputShape: [40, 1], seed: 1 },
    );
    const x = tf.randomUniform([6, 40, 1], 0, 1, "float32", 1);
    return [cnn, residual, lstm, gru].map((model) => {
      const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
      const step = capture((x) => {
        const loss = () =>
          applyForLogits(model, [x!], { training: true, parts: 2 }).square().mean() as tf.Scalar;
        const { grads } = tf.variableGrads(loss, variables);
        return [tf.addN(Object.values(grads).map((one) => one.square().sum())).sqrt()];
      });
      const norm = step(x)[0]!.dataSync()[0]!;
      return { norm, operations: step.traces[0]!.operations };
    });
  } finally {
    undo();
  }
}

const all = pass([]);

for (const name of kernelNames) {
  Deno.test(`without the kernel ${name} the gradients are the same by other operations`, () => {
    const without = pass([name]);
    without.forEach(({ norm }, i) => {
      assert.ok(Math.abs(norm / all[i]!.norm - 1) < 1e-4, `${norm} and ${all[i]!.norm}`);
    });
    // This network has too few products for the short convolution; pooling's gradient is one operation both ways.
    if (name === "shortConvolution" || name === "maxPooling") return;
    assert.ok(without.some(({ operations }, i) => operations !== all[i]!.operations));
  });
}
