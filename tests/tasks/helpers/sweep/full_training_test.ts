import assert from "node:assert/strict";
import { parseConfiguration, type SweepRecord } from "lib/sweeps/mod.ts";
import { fullTraining } from "lib/tasks/helpers/sweep/full_training.ts";
import { completeRecipe } from "lib/training/mod.ts";

const { config } = parseConfiguration("method: grid\nparameters: {x: {values: [1, 2]}}");
const sweep: SweepRecord = {
  sweepId: "s",
  config,
  trials: [trial("slow", 1), trial("fast", 2)],
  runs: [
    run("slow", { learning_rate: 0.001, filters: "8,16,8", residual: "True" }),
    run("fast", { learning_rate: 0.004, filters: "8,16,8", residual: "True" }),
  ],
};

Deno.test("fullTraining() finds the trial whose parameters a training has", () => {
  const found = fullTraining(training({ learningRate: 0.004 }), sweep);
  assert.deepEqual(found, {
    run: "fast",
    rows: 900,
    epochs: 2,
    seed: 1,
    commit: "abc",
    valMacroF1: 0.9,
    valTemperedLoss: 0.2,
  });
});

Deno.test("fullTraining() refuses a training that was cut off, or has another's parameters", () => {
  assert.throws(() => fullTraining(training({ learningRate: 0.002 }), sweep), /no trial has its/);
  assert.throws(
    () => fullTraining(training({ learningRate: 0.004, epochs: 3 }), sweep),
    /wanted 3 epochs .* found 2/,
  );
});

function trial(run: string, number: number) {
  const outcome = { state: "finished" as const, metric: [] };
  return { run, number, parameters: {}, startTime: 0, endTime: 1, outcome };
}

function run(id: string, parameters: SweepRecord["runs"][number]["parameters"]) {
  return { id, state: "finished" as const, parameters, metric: [] };
}

/** A folder of a training that differs so from the CNN's defaults. */
function training(difference: Record<string, unknown>): string {
  const folder = Deno.makeTempDirSync();
  const epoch = { loss: 1, accuracy: 0.5, valLoss: 1, valAccuracy: 0.5, learningRate: 1 };
  const epochs = [
    { ...epoch, epoch: 1, valMacroF1: 0.9, valTemperedLoss: 0.3, seconds: 1 },
    { ...epoch, epoch: 2, valMacroF1: 0.8, valTemperedLoss: 0.2, seconds: 1 },
  ];
  const own = { filters: [8, 16, 8], residual: true, epochs: 2, seed: 1 };
  const facts = { ...completeRecipe("cnn").config, ...own, rows: 900, commit: "abc" };
  Deno.writeTextFileSync(`${folder}/config.json`, JSON.stringify({ ...facts, ...difference }));
  Deno.writeTextFileSync(`${folder}/history.json`, JSON.stringify({ epochs, bestEpoch: 1 }));
  return folder;
}
