import defer * as tf from "@tensorflow/tfjs";
import { callLayer } from "./call_layer.ts";
import { connectLayers } from "./connect_layers.ts";
import { asList, asObject, type Json } from "./json.ts";
import { Mismatch } from "./mismatch.ts";
import { readLayer } from "./read_layer.ts";
import { takeStoredWeights } from "./stored_weights.ts";
import { weightGroups } from "./weight_groups.ts";
import type { WeightsFile } from "./weights_file.ts";

/**
 * The model that Keras describes, with its weights.
 *
 * @throws {Mismatch} when it is no model that TensorFlow.js has, or its weights do not fit.
 */
export function readModel(description: unknown, weights: WeightsFile): tf.LayersModel {
  const { class_name: kind, config } = asObject(description, "config.json");
  const stated = asObject(config, "the configuration of the model");
  if (kind !== "Functional" && kind !== "Sequential") {
    throw new Mismatch("a Functional or Sequential model", kind);
  }
  const entries = asList(stated.layers, "the layers of the model");
  const layers = entries.map((entry) => readLayer(entry));
  const groups = weightGroups(layers);
  const stored = takeStoredWeights(groups, weights);
  try {
    const model = kind === "Functional"
      ? functionalModel(stated, layers, entries as Json[])
      : sequentialModel(stated, layers);
    stored.finish();
    return model;
  } catch (error) {
    groups.forEach(({ owner }) => owner.weights.forEach((weight) => weight.dispose()));
    throw error;
  }
}

function functionalModel(
  { name, input_layers: inputs, output_layers: outputs }: Json,
  layers: tf.layers.Layer[],
  entries: Json[],
): tf.LayersModel {
  const find = connectLayers(layers.map((layer, i) => ({
    layer,
    calls: asList(entries[i]!.inbound_nodes, `the calls of "${layer.name}"`),
  })));
  const tensors = (references: unknown, what: string) => {
    const list = asList(references, what);
    // Later versions of Keras write a single one without a list around it.
    return (typeof list[0] === "string" ? [list] : list).map(find);
  };
  return tf.model({
    name: name as string,
    inputs: tensors(inputs, "input_layers"),
    outputs: tensors(outputs, "output_layers"),
  });
}

function sequentialModel({ name }: Json, layers: tf.layers.Layer[]): tf.LayersModel {
  const [first, ...others] = layers;
  if (first?.getClassName() !== "InputLayer" || others.length === 0) {
    throw new Mismatch("an input and layers after it", layers.map((layer) => layer.name));
  }
  const model = tf.sequential({ name: name as string, layers: [first] });
  for (const layer of others) {
    callLayer(layer, () => {
      model.add(layer);
      return model.outputs[0]!;
    });
  }
  model.build();
  return model;
}
