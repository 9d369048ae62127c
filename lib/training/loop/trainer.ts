import { createHash } from "node:crypto";
import { join } from "node:path";
import defer * as tf from "@tensorflow/tfjs";
import type { Dataset } from "lib/beats/mod.ts";
import { gatherTargets, inverseVariances } from "lib/models/mod.ts";
import {
  type Adam,
  capture,
  type CapturedStep,
  createAdam,
  type KernelName,
  unusedKernels,
} from "lib/tensorflow/mod.ts";
import { averageWeights, useAverage } from "../averages/average_weights.ts";
import { readCheckpoint, writeCheckpoint } from "../checkpoint.ts";
import { compileValidationStep, trainingStep as plainStep } from "./compile_step.ts";
import type { History } from "../history.ts";
import { reconstructionLosses, reconstructionStep } from "./reconstruction_step.ts";
import { settleStatistics } from "../averages/settle_statistics.ts";
import type { TrainingConfig } from "../configuration/training_config.ts";
import type { TrainingOptions } from "../train_model.ts";
import { assignValues, valuesOf } from "../averages/weight_values.ts";

/** A training's state: what a checkpoint must hold, and the captured steps that change it. */
export interface Trainer {
  model: tf.LayersModel;
  config: TrainingConfig;
  history: History;
  optimizer: Adam;
  trainingStep: CapturedStep;
  validationStep: CapturedStep;
  /** What the steps are given of some rows beside the inputs. */
  gatherTargets(dataset: Dataset, rows: Uint32Array): tf.Tensor[];
  /** Gives the model the weights that an epoch has led to, or their mean with earlier ones, to be validated. */
  useEpochWeights(): void;
  /** Gives the model the weights that training goes on from. */
  usePresentWeights(): void;
  /** Takes the model's weights as the best. */
  keepWeights(): void;
  /** Gives the model the best weights; the present ones as long as no epoch is finished. */
  useBestWeights(): void;
  save(path: string): Promise<void>;
  restore(path: string): Promise<void>;
  dispose(): void;
}

interface Meta extends Identity {
  history: History;
  /** Arrays of weights, of the optimizer, of the best weights, and of the mean of weights. */
  counts: number[];
  /** Dropout's seed and step. */
  random: number[];
}

/** What must be the same for a checkpoint to be gone on from. */
interface Identity {
  config: TrainingConfig;
  rows: number;
  /** The name of the rows' source. */
  source: string;
  /** SHA-256 of the network's description. */
  network: string;
  /** Kernels that the steps did without: others round otherwise. */
  unusedKernels: KernelName[];
}

/** The name of the checkpoint in a training's folder. */
export const checkpointFile = "checkpoint.bin";

/** The kernels that a training in a folder did without, which resuming it must do too; `undefined` without one. */
export async function kernelsOfCheckpoint(directory: string): Promise<KernelName[] | undefined> {
  const checkpoint = await readCheckpoint<Meta>(join(directory, checkpointFile));
  return checkpoint && (checkpoint.meta.unusedKernels ?? []);
}

/** The state of a new training. */
export function createTrainer(
  model: tf.LayersModel,
  config: TrainingConfig,
  { train, weights }: Pick<TrainingOptions, "train" | "weights">,
): Trainer {
  const classes = model.outputs[0]!.shape.at(-1)!;
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { learningRate, clipNorm } = config;
  const optimizer = createAdam(variables, { learningRate, clipNorm: clipNorm || Infinity });
  const random = tf.tidy(() => tf.variable(tf.tensor1d([config.seed, 0], "int32"), false));
  const { step, validationStep, gatherTargets } = config.target === "input"
    ? reconstructionSteps(model, { optimizer, random, train })
    : {
      step: plainStep(model, {
        optimizer,
        random,
        classes,
        labelSmoothing: config.labelSmoothing,
        focusing: config.focusing,
        classWeights: weights,
        parts: batchParts,
      }),
      validationStep: compileValidationStep(model, classes),
      gatherTargets: gatherLabels,
    };
  const settled = config.movingMeans === "settled"
    ? settleStatistics(step, { model, random })
    : step;
  const average = averageWeights(model, { config, optimizer, random });
  const trainingStep = capture(average ? average.follow(settled) : settled);
  const description = JSON.stringify(model.toJSON(null, false));
  const identity: Identity = {
    config,
    rows: train.labels.length,
    source: train.source.name,
    network: createHash("sha256").update(description).digest("hex"),
    unusedKernels: unusedKernels(),
  };
  const history: History = { epochs: [], bestEpoch: 0, stoppedEarly: false };
  let best: Float32Array[] = [];
  let usePresentWeights = () => {};
  const allWeights = () => model.weights.map((weight) => weight.read());
  return {
    model,
    config,
    history,
    optimizer,
    trainingStep,
    validationStep,
    gatherTargets,
    useEpochWeights() {
      optimizer.sync();
      average?.endEpoch();
      if (average) usePresentWeights = useAverage(model, average);
    },
    usePresentWeights() {
      usePresentWeights();
      usePresentWeights = () => {};
    },
    keepWeights: () => best = valuesOf(allWeights()),
    useBestWeights() {
      if (best.length > 0) assignValues(allWeights(), best);
      else optimizer.sync();
    },
    async save(path) {
      optimizer.sync();
      const state = optimizer.state();
      const parts = [valuesOf(allWeights()), valuesOf(state), best, average?.state() ?? []];
      tf.dispose(state);
      const meta: Meta = {
        ...identity,
        history,
        counts: parts.map((arrays) => arrays.length),
        random: [...random.dataSync()],
      };
      await writeCheckpoint(path, { meta, arrays: parts.flat() });
    },
    async restore(path) {
      const checkpoint = await readCheckpoint<Meta>(path);
      if (!checkpoint) return;
      const { meta, arrays } = checkpoint;
      requireSame(path, meta, identity);
      const [weightCount, stateCount, bestCount] = meta.counts as [number, number, number];
      assignValues(allWeights(), arrays.slice(0, weightCount));
      const state = optimizer.state();
      const restored = state.map((tensor, i) => tf.tensor(arrays[weightCount + i]!, tensor.shape));
      optimizer.restore(restored);
      tf.dispose([...state, ...restored]);
      best = arrays.slice(weightCount + stateCount, weightCount + stateCount + bestCount);
      average?.restore(arrays.slice(weightCount + stateCount + bestCount));
      tf.tidy(() => random.assign(tf.tensor1d(meta.random, "int32")));
      Object.assign(history, meta.history);
    },
    dispose() {
      trainingStep.dispose();
      validationStep.dispose();
      average?.dispose();
      optimizer.dispose();
      random.dispose();
    },
  };
}

/**
 * Parts of a batch that go through the graph side by side. Measured on two cores, with one thread in each op:
 * one part leaves a core idle where ops wait for each other, four or eight are no faster than two. It does not
 * depend on the machine, so that a seed gives the same weights on all.
 */
const batchParts = 2;

function gatherLabels({ labels }: Dataset, rows: Uint32Array): tf.Tensor[] {
  return [tf.tensor1d(Int32Array.from(rows, (row) => labels[row]!), "int32")];
}

/** Each value counts by how far it is from its mean over the training rows, in standard deviations. */
function reconstructionSteps(
  model: tf.LayersModel,
  { optimizer, random, train }: { optimizer: Adam; random: tf.Variable; train: Dataset<"train"> },
) {
  const names = model.inputNames;
  const valueWeights = inverseVariances(train.inputs, { names, rows: train.labels.length });
  return {
    step: reconstructionStep(model, { optimizer, random, parts: batchParts }),
    validationStep: reconstructionLosses(model),
    gatherTargets: ({ inputs }: Dataset, rows: Uint32Array) =>
      gatherTargets(inputs, rows, { names, valueWeights }),
  };
}

/** How a training ran whose checkpoint was written before there were these keys. */
const earlierKeys: Partial<TrainingConfig> = {
  target: "classes",
  warmupEpochs: 0,
  mixup: 0,
  emaMomentum: 0,
  averagedEpochs: 0,
  movingMeans: "keras",
};

/** A checkpoint of another configuration must not be taken for this one's. */
function requireSame(
  path: string,
  found: Identity,
  wanted: Identity,
): void {
  const flat = ({ config, rows, source, network, unusedKernels = [] }: Identity) => ({
    ...earlierKeys,
    ...config,
    rows,
    source,
    network,
    kernels: unusedKernels.length > 0 ? `all but ${unusedKernels.join(", ")}` : "all",
  });
  const [then, now] = [flat(found), flat(wanted)] as Record<string, unknown>[];
  for (const key of Object.keys(now!)) {
    if (then![key] === now![key]) continue;
    throw new Error(
      `Cannot resume from "${path}": ${key} must be ${now![key]} but was ${
        then![key]
      } when it was written`,
    );
  }
}
