import type * as tf from "@tensorflow/tfjs";
import { beatsOfPeaks, labelMargin } from "lib/annotation/mod.ts";
import { inputsOf, recordFrequency, rowFrequency, shapeStart, usualBlock } from "lib/beats/mod.ts";
import { type Doubt, saliency } from "lib/evaluation/mod.ts";
import { applyTemperature } from "lib/metrics/mod.ts";
import { predictProbabilities } from "lib/models/mod.ts";

/** Why a model takes a beat for what it does. */
export interface BeatExplanation {
  /** Number of the beat among all of the recording. */
  beat: number;
  /** Of each class, after the temperature. */
  probabilities: number[];
  /** What the model reads along time: the beat itself, or its difference from the usual beat around it. */
  view: "beat" | "difference";
  /** What it reads, one value each `step` seconds from `start` seconds after the R peak. */
  values: Float32Array;
  start: number;
  step: number;
  /** How much each value moves the score of the beat's class, as a share of the most. */
  sizes: Float32Array;
  /**
   * The probability of its class with an even rhythm in place of the beat's own, and with the usual beat in place of its
   * shape; undefined where the model does not read that.
   */
  evenRhythm?: number;
  usualShape?: number;
}

/** What {@linkcode explainBeat} looks at. */
export interface ExplainBeatOptions {
  /** Number of the beat among the peaks. */
  beat: number;
  model: tf.LayersModel;
  doubt?: Pick<Doubt, "temperature">;
  causal?: boolean;
}

/**
 * Asks a model what it looked at in a beat: the saliency along time, and what it would say of another rhythm or shape.
 *
 * @param signal one lead at 360 Hz as integers.
 * @param peaks sample numbers of all beats at 360 Hz, ascending.
 */
export function explainBeat(
  signal: Int32Array,
  peaks: Int32Array,
  { beat, model, doubt, causal }: ExplainBeatOptions,
): BeatExplanation {
  const from = Math.max(0, Math.floor(beat / usualBlock) * usualBlock - labelMargin);
  const around = peaks.subarray(from, beat + labelMargin + usualBlock);
  const inputs = inputsOf([beatsOfPeaks(signal, around, { causal })[beat - from]!]);
  const classes = model.outputs[0]!.shape.at(-1)!;
  const probabilitiesOf = (given: typeof inputs) => {
    const raw = predictProbabilities(model, given);
    return [...doubt ? applyTemperature(raw, classes, doubt) : raw];
  };
  const probabilities = probabilitiesOf(inputs);
  const label = probabilities.indexOf(Math.max(...probabilities));
  const view = model.inputNames.includes("difference") ? "difference" : "beat";
  const rows = { inputs, labels: Uint8Array.of(label) };
  const sizes = saliency(model, rows, { classes: [label], input: view });
  const most = Math.max(...sizes) || 1;
  const explanation: BeatExplanation = {
    beat,
    probabilities,
    view,
    values: inputs[view]!.values.slice(),
    start: view === "difference" ? shapeStart : 0,
    step: 1 / rowFrequency,
    sizes: sizes.map((size) => size / most),
  };
  if (!model.inputNames.includes("context")) return explanation;
  const replaced = (changes: Record<string, (values: Float32Array) => Float32Array>) => {
    const given = Object.entries(inputs).map(([name, { shape, values }]) => [
      name,
      { shape, values: changes[name]?.(values) ?? values },
    ]);
    return probabilitiesOf(Object.fromEntries(given))[label]!;
  };
  // Ratios of an even rhythm have the logarithm 0; the last number is the shape's.
  const last = inputs.context!.values.length - 1;
  explanation.evenRhythm = replaced({
    context: (values) => values.map((value, i) => i === last ? value : 0),
  });
  if (view === "difference") {
    explanation.usualShape = replaced({
      context: (values) => values.map((value, i) => i === last ? 0 : value),
      difference: (values) => new Float32Array(values.length),
    });
  }
  return explanation;
}

/** R peaks of beats at the rate of the prepared signal. */
export function evenPeaks(
  samples: readonly number[],
  { frequency, length }: { frequency: number; length: number },
): Int32Array {
  const ratio = recordFrequency / frequency;
  return Int32Array.from(samples, (sample) => Math.min(Math.round(sample * ratio), length - 1));
}
