import * as tf from "@tensorflow/tfjs";
import { modelFamilies, readKeras } from "lib/models/mod.ts";
import { completeRecipe, recipes } from "lib/training/mod.ts";
import { goldenPath } from "../keras/keras_fixtures.ts";
import { layerCases } from "./layer_cases.ts";

/** Makes a model that is written as ONNX and checked by ONNX Runtime. */
export type MakeModel = () => tf.LayersModel | Promise<tf.LayersModel>;

/** By name: one model for each kind of layer or setting, models that Keras wrote, and a network of each recipe. */
export function onnxCases(): Record<string, MakeModel> {
  const golden = ["cnn", "rnn", "attention", "branches", "chain", "sequential"];
  return {
    ...Object.fromEntries(
      Object.entries(layerCases).map(([name, make]) => [`layer-${name}`, make]),
    ),
    ...Object.fromEntries(
      golden.map((name) => [`keras-${name}`, () => readKeras(goldenPath(name))]),
    ),
    ...Object.fromEntries(
      Object.keys(recipes).map((name) => [`recipe-${name}`, () => {
        const { family, config } = completeRecipe(name);
        return modelFamilies[family].build(config, { seed: 1 });
      }]),
    ),
  };
}
