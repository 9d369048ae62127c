import type * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../keras/mismatch.ts";
import { recurrentActivations } from "./add_activation.ts";
import {
  described,
  lastly,
  type LayerCall,
  type LayerWriter,
  onlyInput,
  requireSetting,
  type StoredWeight,
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
  const parts = layers.map((layer) => ({ ...call, layer, config: layer.getConfig() }));
  const [{ layer, config }] = parts as [LayerCall];
  const format = operators.get(layer.getClassName());
  if (!format) {
    throw new Mismatch(
      `one of ${[...operators.keys()].join(", ")} in ${described(call.layer)}`,
      layer.getClassName(),
    );
  }
  const { operator, gates } = format;
  for (const part of parts) {
    requireSetting(part, "returnState", false);
    requireSetting(part, "stateful", false);
  }
  if (layers.length > 1) requireSetting(parts[0]!, "goBackwards", false);
  const units = config.units as number;
  const weights = layers.map((layer) => gateWeights(call.weights(layer), units, gates));
  const store = (name: keyof typeof weights[number], shape: number[]) =>
    graph.store(name, [layers.length, ...shape], joined(weights.map((of) => of[name]!)));
  const rows = gates.length * units;
  const time = graph.add("Transpose", [graph.channelsLast(onlyInput(call))], { perm: [1, 0, 2] });
  const inputs = [time, store("kernel", [rows, onlyInput(call).shape[2]!])];
  inputs.push(store("recurrent_kernel", [rows, units]));
  if (weights[0]!.bias) inputs.push(store("bias", [2 * rows]));
  const direction = layers.length > 1
    ? "bidirectional"
    : config.goBackwards
    ? "reverse"
    : "forward";
  const activations = parts.flatMap((part) => activationsOf(part, operator));
  const sequences = Boolean(config.returnSequences);
  const place = sequences ? 0 : 1;
  const attributes = { hidden_size: units, direction, activations };
  return { name: graph.add(operator, inputs, attributes, place), sequences };
}

/** From TensorFlow's [in, gates of units] to ONNX's [gates of units, in]; the bias of the state is zero. */
function gateWeights(weights: StoredWeight[], units: number, gates: readonly number[]) {
  const [kernel, recurrentKernel, bias] = weights as [StoredWeight, StoredWeight, StoredWeight?];
  const columns = gates.flatMap((gate) =>
    Array.from({ length: units }, (_, i) => gate * units + i)
  );
  const transposed = ({ shape: [rows, width], values }: StoredWeight) =>
    Float32Array.from({ length: values.length }, (_, at) => {
      return values[(at % rows!) * width! + columns[Math.floor(at / rows!)]!]!;
    });
  return {
    kernel: transposed(kernel),
    recurrent_kernel: transposed(recurrentKernel),
    bias: bias &&
      joined([
        Float32Array.from(columns, (i) => bias.values[i]!),
        new Float32Array(columns.length),
      ]),
  };
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
    throw new Mismatch(
      `one of ${[...recurrentActivations.keys()].join(", ")} in ${described(call.layer)}`,
      name,
    );
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
