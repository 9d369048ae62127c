import {
  adaptToPatients,
  type Beat,
  createDataset,
  type Dataset,
  type DataSource,
  recordFolds,
  recordFrequency,
} from "lib/beats/mod.ts";
import {
  countPredictions,
  foldDoubt,
  meanProbabilities,
  type PredictionCounts,
  type StoredFolds,
} from "lib/evaluation/mod.ts";
import { topPredictions } from "lib/metrics/mod.ts";
import { type FamilyConfig, modelFamilies, predictProbabilities } from "lib/models/mod.ts";
import { type DataConfig, type TrainingConfig, trainModel } from "lib/training/mod.ts";
import { lossWeights } from "../train/loss_weights.ts";
import { modelSetting } from "../train/model_setting.ts";

/** What folds are made with. */
export interface FoldOptions {
  family: keyof typeof modelFamilies;
  config: DataConfig & TrainingConfig & FamilyConfig;
  source: DataSource;
  /** Folds; as many as there are patients: each is left out once. */
  folds: number;
  /** Seeds, from that of the configuration on. */
  seeds: number;
  more?: readonly Beat[];
  onFold?: (told: { name: string; seed: number; seconds: number; bestEpoch: number }) => void;
}

/** What models said of the beats of each record that they were not trained on. */
export interface FoldPredictions {
  /** One for each seed. */
  seeds: StoredFolds["seeds"];
  /** Of the mean of all seeds' probabilities. */
  ensemble: PredictionCounts;
}

/** The time that adaptation labels, in samples: beats after it are counted as `later`. */
const labelled = 300 * recordFrequency;

/** Trains a model for each fold of the patients and each seed, and pools what is said of the beats left out. */
export async function runFolds(beats: Beat[], options: FoldOptions): Promise<FoldPredictions> {
  const { config, source, folds, seeds, more, onFold } = options;
  const tested: Dataset["provenance"] = [];
  const probabilities: Float32Array[][] = [];
  const labels: Uint8Array[] = [];
  for (const fold of recordFolds(beats, { folds })) {
    const split = config.protocol === "by_patient_adapted" ? adaptToPatients(fold) : fold;
    const parts = createDataset(beats, split, { source, more });
    tested.push(...parts.test.provenance);
    labels.push(parts.test.labels);
    const ofSeeds: Float32Array[] = [];
    for (let seed = config.seed; seed < config.seed + seeds; seed++) {
      const started = performance.now();
      const setting = modelSetting({ ...config, seed }, parts.train);
      const model = modelFamilies[options.family].build(config, setting);
      const { train, validation } = parts;
      const weights = lossWeights(config, train);
      const { bestEpoch } = await trainModel(model, {
        ...config,
        seed,
        train,
        validation,
        weights,
      });
      ofSeeds.push(predictProbabilities(model, parts.test.inputs));
      model.dispose();
      const seconds = (performance.now() - started) / 1000;
      onFold?.({ name: split.name, seed, seconds, bestEpoch });
    }
    probabilities.push(ofSeeds);
  }
  const classes = 4;
  const isLater = tested.map(({ sample }) => sample >= labelled);
  const later = tested.filter((_, row) => isLater[row]);
  const said = (ofFold: (ofSeeds: Float32Array[]) => Float32Array) =>
    probabilities.flatMap((one) => [...topPredictions(ofFold(one), classes).predicted]);
  return {
    seeds: Array.from({ length: seeds }, (_, i) => {
      const predicted = said((ofSeeds) => ofSeeds[i]!);
      return {
        seed: config.seed + i,
        predictions: countPredictions(tested, predicted),
        ...foldDoubt(probabilities.map((ofSeeds) => ofSeeds[i]!), labels),
        later: countPredictions(later, predicted.filter((_, row) => isLater[row])),
      };
    }),
    ensemble: countPredictions(tested, said(meanProbabilities)),
  };
}
