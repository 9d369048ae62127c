import * as tf from "@tensorflow/tfjs";
import { buildCnn, buildRnn, type CnnConfig } from "lib/models/mod.ts";
import { createAdam, type KernelName } from "lib/tensorflow/mod.ts";
import { installFusedKernels } from "lib/tensorflow/fused/mod.ts";
import type { Undo } from "lib/tensorflow/fused/patch.ts";
import { compileTrainingStep } from "lib/training/loop/compile_step.ts";
import { completeRecipe } from "lib/training/mod.ts";
import { median } from "./median.ts";

/** A network's training step, with and without a kernel. */
export interface KernelCase {
  network: "cnn" | "residual" | "lstm" | "gru";
  batch: number;
}

/** How a kernel did: below 1, a step with it is faster than one without. */
export interface KernelTimes {
  kernel: KernelName;
  /** Ratio of the times of each case, the median of the rounds. */
  cases: (KernelCase & { ratio: number })[];
  /** Their geometric mean. */
  ratio: number;
}

/** Which networks use a kernel; each is timed with small and large batches. */
const networksOf: Record<KernelName, KernelCase["network"][]> = {
  relu: ["cnn", "residual"],
  bias: ["cnn", "lstm"],
  normalization: ["cnn"],
  maxPooling: ["residual"],
  narrowConvolution: ["cnn"],
  filterGradient: ["cnn"],
  shortConvolution: ["cnn"],
  lstm: ["lstm"],
  gru: ["gru"],
  loops: ["cnn", "lstm", "gru"],
  parts: ["cnn", "lstm", "gru"],
};

const networks: Record<KernelCase["network"], () => tf.LayersModel> = {
  cnn: () => buildCnn(),
  residual: () => buildCnn(completeRecipe("cnn_residual").config as CnnConfig),
  lstm: () => buildRnn(),
  gru: () => buildRnn({ cell: "gru" }),
};

/**
 * Times the training steps of the default networks with all kernels and without one, in turns. The backend must run.
 *
 * @param rounds of both steps; each lasts a quarter of a second or one step.
 */
export function timeKernel(kernel: KernelName, rounds: number): KernelTimes {
  const cases = networksOf[kernel].flatMap((network) =>
    [32, 128].map((batch) => {
      const one = { network, batch };
      return { ...one, ratio: timeCase(one, kernel, rounds) };
    })
  );
  const logs = cases.map(({ ratio }) => Math.log(ratio));
  return { kernel, cases, ratio: Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length) };
}

function timeCase(one: KernelCase, kernel: KernelName, rounds: number): number {
  const steps = [[], [kernel]].map((unused) => captureStep(one, unused));
  const secondsOfOne = steps.map((step) => secondsOf(step.run, 1));
  const ratios = Array.from({ length: rounds }, (_, round) => {
    const seconds = [0, 0];
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const count = Math.max(1, Math.ceil(0.25 / secondsOfOne[which]!));
      seconds[which] = secondsOf(steps[which]!.run, count) / count;
    }
    return seconds[0]! / seconds[1]!;
  });
  steps.forEach(({ dispose }) => dispose());
  return median(ratios);
}

/** Undoes the kernels installed here last. */
let leaveOut: Undo | undefined;

/** A training step that was traced, compiled and run twice with some kernels left out. */
function captureStep({ network, batch }: KernelCase, unused: KernelName[]) {
  leaveOut?.();
  leaveOut = installFusedKernels(unused);
  const model = networks[network]();
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const optimizer = createAdam(variables, { learningRate: 1e-3 });
  const random = tf.variable(tf.tensor1d([0, 0], "int32"), false);
  const step = compileTrainingStep(model, {
    optimizer,
    random,
    classes: 5,
    labelSmoothing: 0,
    focusing: 0,
    parts: 2,
  });
  const rows = tf.randomUniform([batch, 187, 1], 0, 1, "float32", 1);
  const labels = tf.tensor1d(Array.from({ length: batch }, (_, i) => i % 5), "int32");
  const run = () => {
    const [loss, right] = step(rows, labels);
    loss!.dataSync();
    tf.dispose([loss!, right!]);
  };
  run();
  run();
  return {
    run,
    dispose() {
      step.dispose();
      optimizer.dispose();
      model.dispose();
      tf.dispose([random, rows, labels]);
    },
  };
}

function secondsOf(run: () => void, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) run();
  return (performance.now() - start) / 1000;
}
