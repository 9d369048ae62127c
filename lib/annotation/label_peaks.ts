import type * as tf from "@tensorflow/tfjs";
import { inputsOf, usualBlock } from "lib/beats/mod.ts";
import type { Doubt } from "lib/evaluation/mod.ts";
import { applyTemperature, predictionSets, topPredictions } from "lib/metrics/mod.ts";
import { compilePredictor } from "lib/models/mod.ts";
import { beatsOfPeaks } from "./beats_of_peaks.ts";

/** What beats are labelled with. */
export interface LabelOptions {
  /** Gives the classes N, S, V, F (and Q, where it knows five) from the inputs of `inputsOf()`. */
  model: tf.LayersModel;
  /** How far its probabilities can be trusted. Without it no beat is uncertain for its class. */
  doubt?: Pick<Doubt, "temperature" | "thresholds"> & Partial<Pick<Doubt, "groups">>;
  /** Whether the model was trained on what comes before a beat alone; false by default. */
  causal?: boolean;
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
   * where the model has no thresholds. Of classes that count as one in its doubt there is one: the likeliest itself, or
   * the first of a group that the likeliest is not in.
   */
  set: number[];
}

/**
 * Beats on either side of those that inputs are made for: more than `segmentWithContext()` looks at, and a multiple of
 * the beats that it finds one usual beat for.
 */
export const labelMargin = 13 * usualBlock;

/** Beats whose inputs are made at once: they take some 15 MB. A multiple as well. */
const portion = 819 * usualBlock;

/**
 * Has a model say what the beats at R peaks are, from the inputs of {@linkcode beatsOfPeaks}.
 *
 * @param signal one lead at 360 Hz as integers.
 * @param peaks sample numbers, ascending.
 * @returns one label a peak.
 * @throws {Error} where the model wants inputs that the beats lack, or gives a probability that is none, as a model with
 *   damaged weights does.
 */
export function labelPeaks(
  signal: Int32Array,
  peaks: Int32Array,
  options: LabelOptions,
): Label[] {
  const { model, doubt, causal, onProgress } = options;
  const classes = model.outputs[0]!.shape.at(-1)!;
  const predictor = compilePredictor(model);
  try {
    const labels: Label[] = [];
    for (let first = 0; first < peaks.length; first += portion) {
      const from = Math.max(0, first - labelMargin);
      const around = peaks.subarray(from, first + portion + labelMargin);
      const beats = beatsOfPeaks(signal, around, { causal })
        .slice(first - from, first - from + portion);
      const raw = predictor.predict(inputsOf(beats));
      const wrong = raw.find((probability) => !Number.isFinite(probability));
      if (wrong !== undefined) {
        throw new Error(
          `Cannot label beats: wanted probabilities from model "${model.name}", found ${wrong}`,
        );
      }
      const probabilities = doubt ? applyTemperature(raw, classes, doubt) : raw;
      const { predicted, confidences } = topPredictions(probabilities, classes);
      const sets = doubt ? predictionSets(probabilities, doubt.thresholds, doubt) : undefined;
      // The first of a group stands for all of it, V for what is V or F; the label stands for its own group.
      const standsFor = (one: number) =>
        doubt?.groups?.find((group) => group.includes(one))?.[0] ?? one;
      predicted.forEach((label, i) => {
        const likely = !sets ? [] : Array.from({ length: classes }, (_, one) => one)
          .filter((one) => probabilities[i * classes + one]! >= likelyFrom).map(standsFor);
        const others = [...sets?.[i] ?? [], ...likely].filter((one) => one !== standsFor(label));
        const set = [...new Set([...others, label])].sort((a, b) => a - b);
        labels.push({ label, probability: confidences[i]!, set });
      });
      onProgress?.(labels.length / peaks.length);
    }
    return labels;
  } finally {
    predictor.dispose();
  }
}

/**
 * A class that has so much of the probability is possible whatever its threshold is: thresholds promise that sets hold
 * the right class often enough, and may leave out the likely one of a class that is mostly surer. Sets may be empty,
 * too.
 */
const likelyFrom = 0.25;
