import type { BuiltGraph } from "../build_graph.ts";
import type { OnnxGraph, OnnxNode } from "../onnx_graph.ts";

/**
 * Folds a rescaling, x scale + offset, into the convolutions that alone read it; exact but for rounding. Where such a
 * convolution pads the rescaled row with zeros, the raw row is padded with the value that rescaling makes zero.
 */
export function foldRescaling({ graph, outputs }: Pick<BuiltGraph, "graph" | "outputs">): void {
  const given = new Set(outputs.map(({ name }) => name));
  for (const turned of graph.nodes.filter(({ operator }) => operator === "Transpose")) {
    const moved = onlyReadBy(graph, turned, "Add");
    const scaled = moved && onlyReadBy(graph, moved, "Mul");
    const [scale, offset] = [scaled, moved].map((node) => scalarOf(graph, node));
    const convolutions = readersOf(graph, turned.outputs[0]!);
    if (!scaled || !scale || offset === undefined || convolutions.length === 0) continue;
    if (convolutions.some(({ operator }) => operator !== "Conv")) continue;
    // Who takes the model's outputs reads them too.
    if ([scaled, moved!, turned].some(({ outputs: [name] }) => given.has(name!))) continue;
    turned.inputs = [scaled.inputs[0]!];
    for (const node of [scaled, moved!]) {
      graph.nodes.splice(graph.nodes.indexOf(node), 1);
      graph.tensors.delete(node.inputs[1]!);
    }
    for (const convolution of convolutions) fold(graph, convolution, { scale, offset });
  }
}

/** The node that gives a node its first input, where it is of that operator and nobody else reads it. */
function onlyReadBy(graph: OnnxGraph, reader: OnnxNode, operator: string): OnnxNode | undefined {
  const [name] = reader.inputs as [string];
  const writer = graph.nodes.find(({ outputs }) => outputs.includes(name));
  return writer?.operator === operator && readersOf(graph, name).length === 1 ? writer : undefined;
}

function readersOf(graph: OnnxGraph, name: string): OnnxNode[] {
  return graph.nodes.filter(({ inputs }) => inputs.includes(name));
}

function scalarOf(graph: OnnxGraph, node: OnnxNode | undefined): number | undefined {
  const stored = graph.tensors.get(node?.inputs[1] ?? "");
  return stored?.shape.length === 0 ? Number(stored.values[0]) : undefined;
}

function fold(graph: OnnxGraph, convolution: OnnxNode, by: { scale: number; offset: number }) {
  const [data, kernelName, biasName] = convolution.inputs as [string, string, string?];
  const kernel = graph.tensors.get(kernelName)!;
  const size = kernel.shape[1]! * kernel.shape[2]!;
  const weights = kernel.values as Float32Array;
  const bias = Float32Array.from({ length: kernel.shape[0]! }, (_, channel) => {
    const sum = weights.subarray(channel * size, (channel + 1) * size).reduce((a, b) => a + b, 0);
    return Number(biasName ? graph.tensors.get(biasName)!.values[channel] : 0) + by.offset * sum;
  });
  graph.scope = convolution.name;
  const raw = weights.map((weight) => weight * by.scale);
  const pads = convolution.attributes.pads as number[];
  convolution.inputs = [
    pads.some((count) => count > 0) ? padded(graph, data, { pads, before: convolution, by }) : data,
    graph.store("kernel", kernel.shape, raw),
    graph.store("bias", [bias.length], bias),
  ];
  convolution.attributes.pads = [0, 0];
  graph.tensors.delete(kernelName);
  graph.tensors.delete(biasName ?? "");
}

function padded(
  graph: OnnxGraph,
  data: string,
  { pads: [start, end], before, by }: {
    pads: number[];
    before: OnnxNode;
    by: { scale: number; offset: number };
  },
): string {
  const counts = graph.integers("pads", [0, 0, start!, 0, 0, end!]);
  const name = graph.add("Pad", [data, counts, graph.scalar("padding", -by.offset / by.scale)]);
  const pad = graph.nodes.pop()!;
  graph.nodes.splice(graph.nodes.indexOf(before), 0, pad);
  return name;
}
