import type * as tf from "@tensorflow/tfjs";
import { type Beat, inputsOf } from "lib/beats/mod.ts";
import type { Doubt } from "lib/evaluation/mod.ts";
import { applyTemperature, predictionSets, topPredictions } from "lib/metrics/mod.ts";
import { compilePredictor } from "lib/models/mod.ts";

/** What beats are labelled with. */
export interface LabelOptions {
  /** Gives the classes N, S, V, F (and Q, where it knows five) from the inputs of `inputsOf()`. */
  model: tf.LayersModel;
  /** How far its probabilities can be trusted. Without it no beat is uncertain for its class. */
  doubt?: Pick<Doubt, "temperature" | "thresholds">;
  /** Told now and then which share of the beats has been classified, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** What a model says of a beat. */
export interface Label {
  /** The likeliest AAMI class, 0 to 4. */
  label: number;
  /** Probability of that class, 0 to 1, after the temperature. */
  probability: number;
  /**
   * The classes that the beat may be of, ascending: those of its prediction set, and always the likeliest. That alone
   * where the model has no thresholds.
   */
  set: number[];
}

/** Beats that are classified at once: their inputs take some 10 MB. */
const portion = 8192;

/**
 * Has a model say what beats are.
 *
 * @throws {Error} where the model wants inputs that the beats lack, or gives a probability that is none, as a model with
 *   damaged weights does.
 */
export function labelRows(
  rows: readonly Beat[],
  { model, doubt, onProgress }: LabelOptions,
): Label[] {
  const classes = model.outputs[0]!.shape.at(-1)!;
  const predictor = compilePredictor(model);
  try {
    const labels: Label[] = [];
    for (let first = 0; first < rows.length; first += portion) {
      const raw = predictor.predict(inputsOf(rows.slice(first, first + portion)));
      const wrong = raw.find((probability) => !Number.isFinite(probability));
      if (wrong !== undefined) {
        throw new Error(
          `Cannot label beats: wanted probabilities from model "${model.name}", found ${wrong}`,
        );
      }
      const probabilities = doubt ? applyTemperature(raw, classes, doubt) : raw;
      const { predicted, confidences } = topPredictions(probabilities, classes);
      const sets = doubt ? predictionSets(probabilities, doubt.thresholds) : undefined;
      predicted.forEach((label, i) =>
        labels.push({ label, probability: confidences[i]!, set: withClass(sets?.[i] ?? [], label) })
      );
      onProgress?.(labels.length / rows.length);
    }
    return labels;
  } finally {
    predictor.dispose();
  }
}

/** A set may be empty: a model that is nearly always right has to leave the right class out now and then. */
function withClass(set: readonly number[], label: number): number[] {
  return [...new Set([...set, label])].sort((a, b) => a - b);
}
