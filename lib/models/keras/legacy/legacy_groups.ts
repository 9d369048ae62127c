import { asList } from "../json.ts";
import type { Graph } from "../graph/graph.ts";
import { layerFormats } from "../formats/layer_formats.ts";
import { leafLayers, type WeightGroup } from "../weights/weight_groups.ts";
import type { WeightsFile } from "../weights/weights_file.ts";

const FOLDER = "model_weights";

/**
 * Where Keras 2 stores the weights of a model's layers: in a group of the layer's name, or of that of the model that
 * it lies in, in an order that an attribute of the group names.
 */
export function legacyGroups(graph: Graph, weights: WeightsFile): WeightGroup[] {
  return graph.nodes.flatMap((node) => {
    const path = `${FOLDER}/${node.name}`;
    const names = asList(weights.attribute(path, "weight_names") ?? [], `the weights of ${path}`)
      .map(String);
    return groupsOfNode(node, { path, names, within: false });
  });
}

interface Stored {
  path: string;
  names: string[];
  /** Whether the layer lies in a model whose weights these are. */
  within: boolean;
}

function groupsOfNode(
  { name, content }: Graph["nodes"][number],
  { path, names, within }: Stored,
): WeightGroup[] {
  if ("graph" in content) {
    return content.graph.nodes.flatMap((node) => groupsOfNode(node, { path, names, within: true }));
  }
  if (!("layer" in content)) return [];
  const own = within ? names.filter((weight) => weight.split("/").includes(name)) : names;
  const leaves = leafLayers(content.layer);
  const each = own.length / leaves.length;
  return leaves.map((owner, leaf) => ({
    owner,
    path,
    nameOf: (i) => own[leaf * each + i] ?? `${name}/${i}`,
    unread: layerFormats.get(owner.getClassName())?.unread ?? 0,
  }));
}
