import type { BuiltGraph } from "./build_graph.ts";

/**
 * The outputs by the names that users see: "probabilities" for the only one, where it is a softmax; else the names of
 * the model's outputs. An output that is also an input, or another output, is repeated by a node of its own.
 */
export function nameOutputs(built: BuiltGraph, names: readonly string[]): BuiltGraph {
  const { graph, inputs, outputs } = built;
  const taken = new Set(inputs.map(({ name }) => name));
  return {
    ...built,
    outputs: outputs.map((output, i) => {
      const node = graph.nodes.find((node) => node.outputs.includes(output.name));
      const alone = outputs.length === 1 && node?.operator === "Softmax";
      const name = graph.claim(alone ? "probabilities" : names[i]!);
      if (!node || taken.has(output.name)) {
        graph.nodes.push({
          name,
          operator: "Identity",
          inputs: [output.name],
          outputs: [name],
          attributes: {},
        });
      } else renameValue(graph.nodes, output.name, name);
      taken.add(name);
      return { ...output, name };
    }),
  };
}

function renameValue(nodes: BuiltGraph["graph"]["nodes"], from: string, to: string): void {
  const rename = (name: string) => name === from ? to : name;
  for (const node of nodes) {
    node.inputs = node.inputs.map(rename);
    node.outputs = node.outputs.map(rename);
  }
}
