import defer * as tf from "@tensorflow/tfjs";
import { callLayer } from "./graph/call_layer.ts";
import { connectGraph } from "./graph/connect_layers.ts";
import { type Graph, hasMasks, innerLayers, readGraph } from "./graph/graph.ts";
import { registerLayers } from "./layers/register_layers.ts";
import { followMasks } from "./graph/masks.ts";
import { takeStoredWeights } from "./weights/stored_weights.ts";
import { type WeightGroup, weightGroups } from "./weights/weight_groups.ts";
import type { WeightsFile } from "./weights/weights_file.ts";

/** How a model is read. */
export interface ReadModelOptions {
  /** Where its weights lie in the file; as Keras 3 stores them by default. */
  groupsOf?: (graph: Graph) => WeightGroup[];
}

/**
 * The model that Keras describes, with its weights. Models in it are taken apart: their layers become its own.
 *
 * @throws {Mismatch} when it is no model that TensorFlow.js has, or its weights do not fit.
 */
export function readModel(
  description: unknown,
  weights: WeightsFile,
  { groupsOf = (graph) => weightGroups(innerLayers(graph).layers) }: ReadModelOptions = {},
): tf.LayersModel {
  registerLayers();
  const graph = readGraph(description);
  const groups = groupsOf(graph);
  const stored = takeStoredWeights(groups, weights);
  try {
    const model = plainChain(graph) ?? connectedModel(graph);
    stored.finish();
    return model;
  } catch (error) {
    groups.forEach(({ owner }) => owner.weights.forEach((weight) => weight.dispose()));
    throw error;
  }
}

function connectedModel(graph: Graph): tf.LayersModel {
  const names = new Set<string>();
  const ends = connectGraph(graph, { masks: followMasks(hasMasks(graph), names), names });
  return tf.model({ name: graph.name, ...ends });
}

/** A chain of layers alone, from an input on, as TensorFlow.js's own kind of it. */
function plainChain(graph: Graph): tf.LayersModel | undefined {
  const { kerasClass, name, nodes } = graph;
  const layers = nodes.flatMap(({ content }) => "layer" in content ? [content.layer] : []);
  const [first, ...others] = layers;
  const plain = kerasClass === "Sequential" && layers.length === nodes.length &&
    first?.getClassName() === "InputLayer" && others.length > 0 &&
    !hasMasks(graph);
  if (!plain) return undefined;
  const model = tf.sequential({ name, layers: [first] });
  for (const layer of others) {
    callLayer(layer, () => {
      model.add(layer);
      return model.outputs[0]!;
    });
  }
  model.build();
  return model;
}
