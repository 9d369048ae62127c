import defer * as tf from "@tensorflow/tfjs";
import type { Standardizer } from "lib/beats/mod.ts";
import { chain } from "./chain.ts";
import type { layerInitializers } from "./seeds.ts";

/** What a model must fit: its inputs, its classes, and what it learns from before training. */
export interface ModelSetting {
  /** Shape of one row of the input that the layers read along time; [187, 1] by default, of "difference" [49, 1]. */
  inputShape?: number[];
  /** Number of classes; 5 by default. */
  classes?: number;
  /** Mean and deviation of the training rows; none by default, for rows that are standardized already. */
  standardizer?: Standardizer;
  /** The second input, "context", of models whose `contextUnits` are not 0: numbers of a row, 13 by default. */
  context?: { length: number; standardizer?: Standardizer };
  /** Seed of the initial weights; 0 by default. */
  seed?: number;
}

/** Which inputs a model has. */
export interface InputConfig {
  /**
   * What its layers read along time: "beat", the heartbeat row, or "difference", the beat's shape less the usual
   * one of the beats around it.
   */
  view: "beat" | "difference";
  /** Units of the dense layer that reads the input "context", a beat's rhythm; 0: the model has no such input. */
  contextUnits: number;
  /**
   * Units of a dense layer that what was read along time passes before it meets the context: the fewer, the less of a
   * patient's own shapes can be learned. 0: no such layer.
   */
  viewUnits: number;
}

/** The inputs of the published models before they knew of others. */
export const inputDefaults: InputConfig = { view: "beat", contextUnits: 0, viewUnits: 0 };

/**
 * The input along time and the layer that standardizes it, so that a model takes raw rows.
 *
 * @throws {Error} when there is no such view.
 */
export function standardizedInput(
  { inputShape, standardizer }: ModelSetting,
  { view }: InputConfig,
) {
  if (view !== "beat" && view !== "difference") {
    throw new Error(`Cannot build a model: view must be beat or difference but is ${view}`);
  }
  const input = tf.input({ shape: inputShape ?? [view === "beat" ? 187 : 49, 1], name: view });
  return { input, output: standardized(input, "standardize", standardizer) };
}

/**
 * Joins what a model has read of a beat, [rows, features], with what a dense layer reads of its context.
 *
 * @returns the features of both, and the inputs that the model has.
 */
export function joinContext(
  { input, features }: { input: tf.SymbolicTensor; features: tf.SymbolicTensor },
  { context = { length: 13 }, contextUnits, viewUnits, dropout }: ModelSetting & InputConfig & {
    dropout: number;
  },
  { glorot }: ReturnType<typeof layerInitializers>,
) {
  if (contextUnits === 0) return { inputs: input, features };
  const second = tf.input({ shape: [context.length], name: "context" });
  const add = chain(standardized(second, "standardize_context", context.standardizer));
  let read = add(tf.layers.dense({
    name: "context_dense",
    units: contextUnits,
    activation: "relu",
    kernelInitializer: glorot(),
  }));
  if (dropout > 0) read = add(tf.layers.dropout({ name: "context_dropout", rate: dropout }));
  let seen = features;
  if (viewUnits > 0) {
    const narrow = chain(features);
    seen = narrow(tf.layers.dense({
      name: "view_dense",
      units: viewUnits,
      activation: "relu",
      kernelInitializer: glorot(),
    }));
    if (dropout > 0) seen = narrow(tf.layers.dropout({ name: "view_dropout", rate: dropout }));
  }
  const both = tf.layers.concatenate({ name: "both" }).apply([seen, read]);
  return { inputs: [input, second], features: both as tf.SymbolicTensor };
}

function standardized(
  input: tf.SymbolicTensor,
  name: string,
  standardizer: Standardizer | undefined,
): tf.SymbolicTensor {
  if (!standardizer) return input;
  const { mean, deviation } = standardizer;
  const rescaling = tf.layers.rescaling({ name, scale: 1 / deviation, offset: -mean / deviation });
  return rescaling.apply(input) as tf.SymbolicTensor;
}
