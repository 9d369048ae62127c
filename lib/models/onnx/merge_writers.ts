import { Mismatch } from "../keras/mismatch.ts";
import { described, lastly, type LayerWriter } from "./layer_call.ts";

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
