import { Mismatch } from "../../keras/mismatch.ts";
import type { OnnxGraph, OnnxNode } from "../onnx_graph.ts";
import { addWeights } from "./add_weights.ts";
import { type Range, type Steps, stepsOver } from "./quantize_values.ts";

/** Operators that only move values or leave some out: what they give has the steps of what they get. */
const moving = new Set(["Flatten", "MaxPool", "Reshape", "Transpose"]);

/** Operators with weights, and the axis of these along which output channels lie. */
const channelAxes: Readonly<Record<string, number>> = { Conv: 0, MatMul: 1 };

/**
 * Puts whole numbers of 8 bits in the place of weights and of values on their way into products and sums, as pairs of
 * QuantizeLinear and DequantizeLinear, which ONNX Runtime turns into operators of whole numbers.
 *
 * @param ranges of values by name; without any, weights alone are quantized, and computing goes on in float32.
 * @throws {Mismatch} when there are weights of other operators, or a value has no range.
 */
export function quantizeGraph(
  graph: OnnxGraph,
  { ranges }: { ranges?: ReadonlyMap<string, Range> },
): void {
  const nodes = graph.nodes.splice(0);
  const wanted = ranges ? valuesToQuantize(nodes, graph) : new Set<string>();
  const steps = stepsOf(nodes, ranges ?? new Map());
  const ready = new Map<string, string>();
  const take = (name: string) => {
    if (!wanted.has(name)) return name;
    if (!ready.has(name)) ready.set(name, addPair(graph, name, steps(name)));
    return ready.get(name)!;
  };
  for (const node of nodes) {
    const inputs = node.inputs.map(take);
    graph.scope = node.name;
    if (isWeighted(node, graph)) {
      const [data, ...weights] = node.inputs as [string, string, string?];
      const scale = wanted.has(data) ? steps(data).scale : undefined;
      const axis = channelAxes[node.operator]!;
      inputs.splice(1, 2, ...addWeights(graph, weights, { axis, scale }));
    } else requireNoWeights(node, graph);
    graph.nodes.push({ ...node, inputs });
  }
}

/** What goes into products and sums of two values, and what that was moved from. */
function valuesToQuantize(nodes: readonly OnnxNode[], graph: OnnxGraph): Set<string> {
  const wanted = new Set<string>();
  for (const node of nodes.toReversed()) {
    const { operator, inputs, outputs } = node;
    const isSum = operator === "Add" && !inputs.some((name) => graph.tensors.has(name));
    const isMoved = moving.has(operator) && wanted.has(outputs[0]!);
    if (isSum) inputs.forEach((name) => wanted.add(name));
    else if (isWeighted(node, graph) || isMoved) wanted.add(inputs[0]!);
  }
  return wanted;
}

function isWeighted({ operator, inputs }: OnnxNode, graph: OnnxGraph): boolean {
  return channelAxes[operator] !== undefined && graph.tensors.has(inputs[1]!);
}

function requireNoWeights({ name, operator, inputs }: OnnxNode, graph: OnnxGraph): void {
  const weights = inputs.some((input) => (graph.tensors.get(input)?.shape.length ?? 0) > 1);
  if (!weights) return;
  const wanted = Object.keys(channelAxes).join(" or ");
  throw new Mismatch(`${wanted}, whose weights are quantized, at "${name}"`, operator);
}

/** Gives the steps of a value: of what it was moved from, where it was. */
function stepsOf(nodes: readonly OnnxNode[], ranges: ReadonlyMap<string, Range>) {
  // The value that pads a row lies in the row's range: rescaling makes it zero.
  const moves = nodes.filter(({ operator }) => moving.has(operator) || operator === "Pad");
  const sources = new Map(moves.map(({ inputs, outputs }) => [outputs[0]!, inputs[0]!]));
  return function steps(name: string): Steps {
    const source = sources.get(name);
    if (source !== undefined) return steps(source);
    const range = ranges.get(name);
    if (!range) throw new Mismatch(`the range of "${name}"`, undefined);
    return stepsOver(range);
  };
}

/** From a value to whole numbers and back. */
function addPair(graph: OnnxGraph, value: string, { scale, zero }: Steps): string {
  graph.scope = value;
  const steps = [
    graph.scalar("scale", scale),
    graph.store("zero", [], Uint8Array.of(zero)),
  ];
  const whole = graph.add("QuantizeLinear", [value, ...steps]);
  return graph.add("DequantizeLinear", [whole, ...steps]);
}
