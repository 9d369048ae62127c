import type * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../keras/mismatch.ts";
import { recurrentActivations } from "./add_activation.ts";
import { gateWeights } from "./gate_weights.ts";
import {
  described,
  lastly,
  type LayerCall,
  type LayerWriter,
  onlyInput,
  requireSetting,
} from "./layer_call.ts";

/** An LSTM, GRU or simple recurrent layer, which may read its row from the end. */
export const writeRecurrent: LayerWriter = (call) => {
  const { graph, layer, config } = call;
  const { name, sequences } = addRecurrent(call, [layer]);
  const merged = mergeDirections(call, name, { sequences, mode: "concat" });
  if (!sequences || !config.goBackwards) return lastly(merged);
  // ONNX gives what was read backwards in the order of time, TensorFlow.js in the order of reading.
  const ranges = { starts: -1, ends: -(2 ** 31), axes: 1, steps: -1 };
  const slice = Object.entries(ranges).map(([key, value]) => graph.integers(key, [value]));
  return lastly(graph.add("Slice", [merged, ...slice]));
};

/** A recurrent layer that reads its row both ways. */
export const writeBidirectional: LayerWriter = (call) => {
  requireSetting(call, "mergeMode", "concat", "sum", "mul", "ave");
  const { forwardLayer, backwardLayer } = call.layer as unknown as Record<string, tf.layers.Layer>;
  const { name, sequences } = addRecurrent(call, [forwardLayer!, backwardLayer!]);
  return lastly(mergeDirections(call, name, { sequences, mode: call.config.mergeMode as string }));
};

/** How ONNX calls a layer, and the order of its gates among those of TensorFlow.js. */
const operators = new Map(Object.entries({
  LSTM: { operator: "LSTM", gates: [0, 3, 1, 2] }, // input, output, forget, cell of i, f, c, o
  GRU: { operator: "GRU", gates: [0, 1, 2] }, // update, reset, hidden
  SimpleRNN: { operator: "RNN", gates: [0] },
}));

/**
 * One node for one or both directions: what it gives is [time, directions, rows, units] for sequences, and
 * [directions, rows, units] for what it gives in the end.
 */
function addRecurrent(call: LayerCall, layers: readonly tf.layers.Layer[]) {
  const { graph } = call;
  const [forward, backward] = layers.map((layer) => directionOf(call, layer));
  if (backward) requireSetting(forward!.call, "goBackwards", false);
  const directions = backward ? [forward!, backward] : [forward!];
  const { operator, gates, call: { config } } = forward!;
  const units = config.units as number;
  const input = onlyInput(call);
  const store = (name: string, shape: readonly number[], values: (Float32Array | undefined)[]) =>
    graph.store(name, [values.length, ...shape], joined(values as Float32Array[]));
  const weights = directions.map(({ weights }) => weights);
  const rows = gates.length * units;
  const inputs = [
    graph.add("Transpose", [graph.channelsLast(input)], { perm: [1, 0, 2] }),
    store("kernel", [rows, input.shape[2]!], weights.map(({ kernel }) => kernel)),
    store("recurrent_kernel", [rows, units], weights.map((of) => of.recurrentKernel)),
  ];
  if (weights[0]!.bias) inputs.push(store("bias", [2 * rows], weights.map(({ bias }) => bias)));
  const oneWay = config.goBackwards ? "reverse" : "forward";
  const attributes = {
    hidden_size: units,
    direction: backward ? "bidirectional" : oneWay,
    activations: directions.flatMap(({ activations }) => activations),
  };
  const sequences = Boolean(config.returnSequences);
  return { name: graph.add(operator, inputs, attributes, sequences ? 0 : 1), sequences };
}

/** What a layer says of the direction that it reads in. */
function directionOf(outer: LayerCall, layer: tf.layers.Layer) {
  const call = { ...outer, layer, config: layer.getConfig() };
  const format = operators.get(layer.getClassName());
  if (!format) {
    const known = [...operators.keys()].join(", ");
    throw new Mismatch(`one of ${known} in ${described(outer.layer)}`, layer.getClassName());
  }
  requireSetting(call, "returnState", false);
  requireSetting(call, "stateful", false);
  const weights = gateWeights(call.weights(layer), format.gates);
  return { ...format, call, weights, activations: activationsOf(call, format.operator) };
}

/** For an LSTM those of its gates, of what goes into the cell and of what comes out of it. */
function activationsOf(call: LayerCall, operator: string): string[] {
  const { activation, recurrentActivation } = call.config;
  const used = operator === "RNN"
    ? [activation]
    : [recurrentActivation, ...Array(operator === "LSTM" ? 2 : 1).fill(activation)];
  return used.map((name) => {
    const found = recurrentActivations.get(name as string);
    if (found) return found;
    const known = [...recurrentActivations.keys()].join(", ");
    throw new Mismatch(`one of ${known} in ${described(call.layer)}`, name);
  });
}

/** Both directions' values beside each other, or one of both. */
function mergeDirections(
  { graph }: LayerCall,
  name: string,
  { sequences, mode }: { sequences: boolean; mode: string },
): string {
  const perm = sequences ? [2, 0, 1, 3] : [1, 0, 2];
  const turned = graph.add("Transpose", [name], { perm });
  const axes = [perm.length - 2];
  if (mode === "sum") {
    return graph.add("ReduceSum", [turned, graph.integers("axes", axes)], { keepdims: 0 });
  }
  if (mode !== "concat") {
    return graph.add(mode === "mul" ? "ReduceProd" : "ReduceMean", [turned], { axes, keepdims: 0 });
  }
  const shape = graph.integers("shape", sequences ? [0, 0, -1] : [0, -1]);
  return graph.add("Reshape", [turned, shape]);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}
