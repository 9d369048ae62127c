import defer * as tf from "@tensorflow/tfjs";
import { ownName } from "./formats/layer_format.ts";
import { layerFormats } from "./formats/layer_formats.ts";
import { Operation } from "./layers/operation.ts";
import { Mismatch } from "./mismatch.ts";
import { isTensorPlace } from "./graph/read_call.ts";
import { kerasObject } from "./formats/value_format.ts";
import { writeLayer } from "./write_layer.ts";

/** [layer, call, output], as both write where a tensor comes from. */
type Reference = [string, number, number];

/**
 * Keras's description of a model, as config.json holds it.
 *
 * @throws {Mismatch} when Keras has no such model.
 */
export function writeModel(model: tf.LayersModel) {
  return model instanceof tf.Sequential ? writeSequential(model) : writeFunctional(model);
}

function writeSequential(model: tf.Sequential) {
  const input = model.inputs[0]!.sourceLayer;
  const layers = [input, ...model.layers.filter((layer) => layer !== input)].map(writeLayer);
  return kerasObject("Sequential", { name: model.name, layers });
}

function writeFunctional(model: tf.LayersModel) {
  const { layers, inputLayers, outputLayers } = model.getConfig() as unknown as {
    layers: { name: string; inboundNodes: [...Reference, object][][] }[];
    inputLayers: Reference[];
    outputLayers: Reference[];
  };
  const described = layers.map(({ name, inboundNodes }) => ({
    ...writeLayer(model.getLayer(name)),
    name,
    inbound_nodes: inboundNodes.map((inputs) => writeCall(model, model.getLayer(name), inputs)),
  }));
  // Without "trainable", which would make Keras train layers that are not to be trained.
  const config = {
    name: model.name,
    layers: described,
    input_layers: single(inputLayers),
    output_layers: single(outputLayers),
  };
  const functional = kerasObject("Functional", config, "keras.src.models.functional");
  return { ...functional, registered_name: "Functional" };
}

function writeCall(
  model: tf.LayersModel,
  layer: tf.layers.Layer,
  inputs: readonly [...Reference, object][],
) {
  const tensors = inputs.map(([name, call, output, told]) => {
    if (Object.keys(told).length > 0) throw new Mismatch(`no arguments beside "${name}"`, told);
    const { shape, dtype } = model.getLayer(name).inboundNodes[call]!.outputTensors[output]!;
    const config = { shape, dtype, keras_history: [name, call, output] };
    return { class_name: "__keras_tensor__", config };
  });
  if (layer instanceof Operation) {
    const { args, kwargs } = layer.description;
    return { args: withTensors(args, tensors), kwargs };
  }
  const format = layerFormats.get(layer.getClassName());
  const own = layer.getConfig();
  const told = Object.entries(format?.told ?? {}).flatMap(([key, value]) => {
    const stated = value.write(own[ownName(format!, key)]);
    return stated ? [[key, stated]] : [];
  });
  const args = format?.inputs ? tensors : [single(tensors)];
  return { args, kwargs: Object.fromEntries(told) };
}

/** Arguments with tensors where they stand. */
function withTensors(value: unknown, tensors: readonly object[]): unknown {
  if (isTensorPlace(value)) return tensors[value.tensor];
  return Array.isArray(value) ? value.map((item) => withTensors(item, tensors)) : value;
}

/** Keras writes a single one without a list around it. */
function single<Item>(items: Item[]): Item | Item[] {
  return items.length === 1 ? items[0]! : items;
}
