import { lastly, type LayerWriter } from "./layer_call.ts";
import type { OnnxGraph } from "./onnx_graph.ts";

/** Products of two inputs, row by row, summed along an axis of each; of unit length along it before, if wanted. */
export const writeDot: LayerWriter = ({ graph, inputs, config, shape }) => {
  const ranks = inputs.map((input) => input.shape.length);
  const axes = [config.axes, config.axes].flat() as number[];
  const summed = ranks.map((rank, i) => (axes[i]! + rank) % rank);
  const { equation, summedAway } = productOf(ranks, summed);
  const names = inputs.map((input, i) => {
    const name = graph.channelsLast(input);
    return config.normalize ? unitLength(graph, name, summed[i]!) : name;
  });
  const product = graph.add("Einsum", names, { equation });
  if (!summedAway) return lastly(product);
  return lastly(graph.add("Reshape", [product, graph.integers("shape", [-1, shape[1]!])]));
};

/** As Einsum writes it, r standing for the rows and s for the axis that is summed along: "rsa,rsb->rab". */
function productOf(ranks: readonly number[], summed: readonly number[]) {
  const letters = ranks.map((rank, i) => {
    const others = ["ab", "cd"][i]!.slice(0, rank - 2);
    return "r" + others.slice(0, summed[i]! - 1) + "s" + others.slice(summed[i]! - 1);
  });
  const kept = letters.join("").replaceAll(/[rs]/g, "");
  return { equation: `${letters}->r${kept}`, summedAway: kept === "" };
}

/** A vector of zeros stays one: its length is taken as that of TensorFlow.js's smallest square. */
function unitLength(graph: OnnxGraph, name: string, axis: number): string {
  const squares = graph.add("ReduceSumSquare", [name], { axes: [axis], keepdims: 1 });
  const positive = graph.add("Max", [squares, graph.scalar("epsilon", 1e-7)]);
  return graph.add("Div", [name, graph.add("Sqrt", [positive])]);
}
