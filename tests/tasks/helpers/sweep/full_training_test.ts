import assert from "node:assert/strict";
import { Float, type StoredSweep } from "lib/sweeps/mod.ts";
import { fullTraining } from "lib/tasks/helpers/sweep/full_training.ts";
import { completeRecipe, type History } from "lib/training/mod.ts";

const sweep: Pick<StoredSweep, "runs" | "facts"> = {
  facts: {
    machine: "",
    commits: [],
    training: { family: "cnn", pool: 2, seed: 0, rows: 90, epochs: 2 },
  },
  runs: [
    run("slow", { learning_rate: new Float(0.001), filters: "8,16,8", residual: true, epochs: 1 }),
    run("fast", { learning_rate: new Float(0.004), filters: "8,16,8", residual: true, epochs: 1 }),
  ],
};

const epoch = { loss: 1, accuracy: 0.5, valLoss: 1, valAccuracy: 0.5, learningRate: 1, seconds: 1 };
const epochs: History["epochs"] = [
  { ...epoch, epoch: 1, valMacroF1: 0.9, valTemperedLoss: 0.3 },
  { ...epoch, epoch: 2, valMacroF1: 0.8, valTemperedLoss: 0.2 },
];

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
  assert.throws(
    () => fullTraining(training({ learningRate: 0.002 }), sweep),
    /wanted the parameters of a finished trial/,
  );
  assert.throws(
    () => fullTraining(training({ learningRate: 0.004, epochs: 3 }), sweep),
    /wanted all its 3 epochs, found 2/,
  );
});

Deno.test("fullTraining() passes over trials that failed, and those with a longer list", () => {
  const { parameters } = sweep.runs[1]!;
  const failed = { ...run("failed", parameters), state: "failed" as const };
  const longer = run("longer", { filters_4: 8 });
  const found = fullTraining(training({ learningRate: 0.004 }), {
    ...sweep,
    runs: [failed, longer, ...sweep.runs],
  });
  assert.equal(found.run, "fast");
});

Deno.test("fullTraining() refuses what is no longer than a trial", () => {
  assert.throws(
    () => fullTraining(training({ learningRate: 0.004, rows: 90 }), sweep),
    /wanted more than a trial's 90 rows or 2 epochs, found 90 and 2/,
  );
});

Deno.test("fullTraining() refuses a training that is not as all trials are besides", () => {
  assert.throws(
    () => fullTraining(training({ learningRate: 0.004, pool: 3 }), sweep),
    /wanted pool 2, as in all trials, found 3/,
  );
});

Deno.test("fullTraining() takes a training that stopped early, with the epoch that it kept", () => {
  const stopped = { stoppedEarly: true, bestEpoch: 2 };
  const folder = training({ learningRate: 0.004, epochs: 9 }, stopped);
  const { epochs, valMacroF1 } = fullTraining(folder, sweep);
  assert.deepEqual({ epochs, valMacroF1 }, { epochs: 2, valMacroF1: 0.8 });
});

Deno.test("fullTraining() says when the tempered loss is missing", () => {
  const { valTemperedLoss: _, ...without } = epochs[1]!;
  const folder = training({ learningRate: 0.004 }, { epochs: [epochs[0]!, without] });
  assert.throws(() => fullTraining(folder, sweep), /wanted the tempered loss of its last epoch/);
});

function run(id: string, parameters: StoredSweep["runs"][number]["parameters"]) {
  return { id, state: "finished" as const, parameters, metric: [] };
}

/** A folder of a training whose configuration and history differ so from the CNN's defaults and two epochs. */
function training(difference: Record<string, unknown>, ofHistory: Partial<History> = {}): string {
  const folder = Deno.makeTempDirSync();
  const own = { filters: [8, 16, 8], residual: true, epochs: 2, seed: 1 };
  const facts = {
    family: "cnn",
    ...completeRecipe("cnn").config,
    ...own,
    rows: 900,
    commit: "abc",
  };
  Deno.writeTextFileSync(`${folder}/config.json`, JSON.stringify({ ...facts, ...difference }));
  const history: History = { epochs, bestEpoch: 1, stoppedEarly: false, ...ofHistory };
  Deno.writeTextFileSync(`${folder}/history.json`, JSON.stringify(history));
  return folder;
}
