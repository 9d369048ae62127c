import { type ModelFolder, type ModelMetrics, modelMetrics } from "lib/evaluation/mod.ts";
import { scoreProbabilities, seedScores } from "lib/evaluation/mod.ts";
import { trainingDefaults } from "lib/training/mod.ts";

const source = { name: "MIT-BIH Arrhythmia Database 1.0.0", synthetic: false };

/** Metrics of five rows, of which the one of class Q is taken for N. */
export function sampleMetrics(): ModelMetrics {
  const labels = Uint8Array.of(0, 1, 2, 3, 4);
  const probabilities = Float32Array.from(
    [0, 1, 2, 3, 0].flatMap((likely) => [0, 1, 2, 3, 4].map((label) => label === likely ? 1 : 0)),
  );
  return modelMetrics(scoreProbabilities(probabilities, { role: "test", labels, source }), {
    split: "Kaggle heartbeat, random by beat",
    seeds: seedScores([
      { seed: 0, bestEpoch: 2, valMacroF1: 0.9, accuracy: 0.8, macroF1: 0.75 },
      { seed: 1, bestEpoch: 1, valMacroF1: 0.8, accuracy: 0.7, macroF1: 0.65 },
    ]),
    commit: "0123abc",
  });
}

/** What is kept beside a model, with {@linkcode sampleMetrics}. */
export function sampleFolder(): ModelFolder & { metrics: ModelMetrics } {
  const epoch = {
    loss: 0.2,
    accuracy: 0.9,
    valLoss: 0.3,
    valAccuracy: 0.85,
    valMacroF1: 0.9,
    learningRate: 1e-3,
    seconds: 90,
  };
  return {
    config: {
      family: "cnn",
      ...trainingDefaults,
      epochs: 2,
      filters: [64, 128],
      rows: 78799,
      source,
    },
    history: {
      epochs: [{ epoch: 1, ...epoch }, { epoch: 2, ...epoch }],
      bestEpoch: 2,
      stoppedEarly: false,
    },
    metrics: sampleMetrics(),
  };
}
