import { Mismatch } from "../keras/mismatch.ts";
import type { OnnxGraph } from "./onnx_graph.ts";
import { described, type LayerCall, type LayerWriter } from "./layer_call.ts";

/**
 * Adds an activation, as TensorFlow.js names it; undefined is the linear one.
 *
 * @throws {Mismatch} when it is none that is translated.
 */
export function addActivation(
  { graph, layer }: LayerCall,
  name: unknown,
  value: ReturnType<LayerWriter>,
): ReturnType<LayerWriter> {
  const add = activations.get((name ?? "linear") as string);
  if (!add) {
    throw new Mismatch(
      `one of ${[...activations.keys()].join(", ")} as activation of ${described(layer)}`,
      name,
    );
  }
  return { ...value, name: add(graph, value.name, value.channelsFirst) };
}

/** What ONNX's recurrent operators call an activation. */
export const recurrentActivations: ReadonlyMap<string, string> = new Map(Object.entries({
  elu: "Elu",
  hardSigmoid: "HardSigmoid",
  relu: "Relu",
  sigmoid: "Sigmoid",
  softplus: "Softplus",
  softsign: "Softsign",
  tanh: "Tanh",
}));

type AddActivation = (graph: OnnxGraph, x: string, channelsFirst: boolean) => string;

/** An operator whose defaults are TensorFlow.js's values. */
const plain = (operator: string): AddActivation => (graph, x) => graph.add(operator, [x]);

const alongFeatures = (operator: string): AddActivation => (graph, x, channelsFirst) =>
  graph.add(operator, [x], { axis: channelsFirst ? 1 : -1 });

const activations: ReadonlyMap<string, AddActivation> = new Map(Object.entries<AddActivation>({
  elu: plain("Elu"),
  gelu(graph, x) {
    const share = graph.add("Erf", [graph.add("Mul", [x, graph.scalar("root", Math.SQRT1_2)])]);
    const sum = graph.add("Add", [share, graph.scalar("one", 1)]);
    return graph.add("Mul", [graph.add("Mul", [x, sum]), graph.scalar("half", 0.5)]);
  },
  hardSigmoid: plain("HardSigmoid"),
  linear: (_, x) => x,
  logSoftmax: alongFeatures("LogSoftmax"),
  mish: (graph, x) => graph.add("Mul", [x, graph.add("Tanh", [graph.add("Softplus", [x])])]),
  relu: plain("Relu"),
  relu6: (graph, x) => graph.add("Clip", [x, graph.scalar("zero", 0), graph.scalar("six", 6)]),
  selu: plain("Selu"),
  sigmoid: plain("Sigmoid"),
  softmax: alongFeatures("Softmax"),
  softplus: plain("Softplus"),
  softsign: plain("Softsign"),
  swish: (graph, x) => graph.add("Mul", [x, graph.add("Sigmoid", [x])]),
  tanh: plain("Tanh"),
}));
