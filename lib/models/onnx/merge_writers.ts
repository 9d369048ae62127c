import { Mismatch } from "../keras/mismatch.ts";
import { described, lastly, type LayerWriter, requireSetting } from "./layer_call.ts";

/** One value for the same place of several inputs: Add, Mul, Mean, Max or Min. */
export function writeMerge(operator: string): LayerWriter {
  return (call) => {
    const { graph, inputs, layer } = call;
    const shapes = inputs.map(({ shape }) => shape);
    if (shapes.some((shape) => shape.length !== shapes[0]!.length)) {
      throw new Mismatch(`inputs with as many axes each at ${described(layer)}`, shapes);
    }
    const channelsFirst = inputs.some((input) => input.channelsFirst);
    const names = inputs.map((input) =>
      channelsFirst ? graph.channelsFirst(input) : graph.channelsLast(input)
    );
    const several = !["Add", "Mul"].includes(operator);
    const name = several
      ? graph.add(operator, names)
      : names.reduce((sum, name) => graph.add(operator, [sum, name]));
    return { name, channelsFirst };
  };
}

/** Inputs beside each other. */
export const writeConcatenate: LayerWriter = ({ graph, inputs, config }) =>
  lastly(graph.add("Concat", inputs.map((input) => graph.channelsLast(input)), {
    axis: config.axis as number,
  }));

/** Products of two inputs, row by row, summed along an axis of each. */
export const writeDot: LayerWriter = (call) => {
  requireSetting(call, "normalize", false);
  const { graph, inputs, config, shape } = call;
  const ranks = inputs.map((input) => input.shape.length);
  const axes = typeof config.axes === "number"
    ? [config.axes, config.axes]
    : config.axes as number[];
  const letters = ranks.map((rank, i) => {
    const names = ["r", ...["ab", "cd"][i]!.slice(0, rank - 1)];
    names.splice(axes.at(i)!, 1, "s");
    return names;
  });
  const kept = letters.flat().filter((letter) => letter !== "r" && letter !== "s");
  const equation = `${letters.map((names) => names.join("")).join(",")}->r${kept.join("")}`;
  const names = inputs.map((input) => graph.channelsLast(input));
  const product = graph.add("Einsum", names, { equation });
  if (kept.length > 0) return lastly(product);
  return lastly(graph.add("Reshape", [product, graph.integers("shape", [-1, shape[1]!])]));
};
