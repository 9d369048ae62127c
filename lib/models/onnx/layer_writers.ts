import type * as tf from "@tensorflow/tfjs";
import { addActivation } from "./add_activation.ts";
import { writeConvolution, writeGlobalPooling, writePooling } from "./convolution_writers.ts";
import {
  lastly,
  type LayerCall,
  type LayerWriter,
  onlyInput,
  requireSetting,
} from "./layer_call.ts";
import { writeConcatenate, writeMerge } from "./merge_writers.ts";
import { writeBatchNormalization, writeLayerNormalization } from "./normalization_writers.ts";
import { writeBidirectional, writeRecurrent } from "./recurrent_writers.ts";
import { writeDot } from "./write_dot.ts";

/** What changes something in training alone. */
const writeNothing: LayerWriter = onlyInput;

const writeRescaling: LayerWriter = (call) => {
  const { graph, config } = call;
  const { name, channelsFirst } = onlyInput(call);
  const scaled = graph.add("Mul", [name, graph.scalar("scale", config.scale as number)]);
  const moved = graph.add("Add", [scaled, graph.scalar("offset", config.offset as number)]);
  return { name: moved, channelsFirst };
};

const writeDense: LayerWriter = (call) => {
  const { graph, layer, config } = call;
  const [kernel, bias] = call.weights(layer);
  const stored = graph.store("kernel", kernel!.shape, kernel!.values);
  let name = graph.add("MatMul", [graph.channelsLast(onlyInput(call)), stored]);
  if (bias) name = graph.add("Add", [name, graph.store("bias", bias.shape, bias.values)]);
  return addActivation(call, config.activation, lastly(name));
};

/** A dense layer at each time, which is a dense layer. */
const writeTimeDistributed: LayerWriter = (call) => {
  const { layer } = call.layer as unknown as { layer: tf.layers.Layer };
  const inner: LayerCall = { ...call, layer, config: layer.getConfig() };
  requireSetting({ ...call, config: { class: layer.getClassName() } }, "class", "Dense");
  return writeDense(inner);
};

const writeActivation: LayerWriter = (call) =>
  addActivation(call, call.config.activation, onlyInput(call));

const writeReLU: LayerWriter = (call) => {
  const { graph, config } = call;
  const value = addActivation(call, "relu", onlyInput(call));
  if (config.maxValue == null) return value;
  const limits = [graph.scalar("zero", 0), graph.scalar("limit", config.maxValue as number)];
  return { ...value, name: graph.add("Clip", [value.name, ...limits]) };
};

/** An activation with a slope: LeakyRelu or Elu. */
function writeSloped(operator: string): LayerWriter {
  return (call) => {
    const { name, channelsFirst } = onlyInput(call);
    const alpha = { float: call.config.alpha as number };
    return { name: call.graph.add(operator, [name], { alpha }), channelsFirst };
  };
}

const writeSoftmax: LayerWriter = (call) => {
  requireSetting(call, "axis", -1, call.shape.length - 1);
  return addActivation(call, "softmax", onlyInput(call));
};

const writeFlatten: LayerWriter = (call) => {
  requireSetting(call, "dataFormat", "channelsLast");
  return lastly(call.graph.add("Flatten", [call.graph.channelsLast(onlyInput(call))], { axis: 1 }));
};

const writeReshape: LayerWriter = (call) => {
  const { graph, config } = call;
  // TensorFlow.js says null for the length that is left over.
  const lengths = (config.targetShape as (number | null)[]).map((length) => length ?? -1);
  const shape = graph.integers("shape", [0, ...lengths]);
  return lastly(graph.add("Reshape", [graph.channelsLast(onlyInput(call)), shape]));
};

const writePermute: LayerWriter = (call) => {
  const perm = [0, ...call.config.dims as number[]];
  return lastly(call.graph.add("Transpose", [call.graph.channelsLast(onlyInput(call))], { perm }));
};

const writeRepeatVector: LayerWriter = (call) => {
  const { graph, config } = call;
  const inputs = [onlyInput(call).name, graph.integers("axis", [1])];
  const times = graph.integers("times", [1, config.n as number, 1]);
  return lastly(graph.add("Tile", [graph.add("Unsqueeze", inputs), times]));
};

/** How each class of layers is written. */
export const layerWriters: ReadonlyMap<string, LayerWriter> = new Map(
  Object.entries<LayerWriter>({
    Rescaling: writeRescaling,
    Conv1D: writeConvolution,
    Dense: writeDense,
    BatchNormalization: writeBatchNormalization,
    LayerNormalization: writeLayerNormalization,
    Dropout: writeNothing,
    SpatialDropout1D: writeNothing,
    GaussianNoise: writeNothing,
    Activation: writeActivation,
    ReLU: writeReLU,
    LeakyReLU: writeSloped("LeakyRelu"),
    ELU: writeSloped("Elu"),
    Softmax: writeSoftmax,
    MaxPooling1D: writePooling("MaxPool"),
    AveragePooling1D: writePooling("AveragePool"),
    GlobalMaxPooling1D: writeGlobalPooling("ReduceMax"),
    GlobalAveragePooling1D: writeGlobalPooling("ReduceMean"),
    Flatten: writeFlatten,
    Reshape: writeReshape,
    Permute: writePermute,
    RepeatVector: writeRepeatVector,
    LSTM: writeRecurrent,
    GRU: writeRecurrent,
    SimpleRNN: writeRecurrent,
    Bidirectional: writeBidirectional,
    TimeDistributed: writeTimeDistributed,
    Add: writeMerge("Add"),
    Multiply: writeMerge("Mul"),
    Average: writeMerge("Mean"),
    Maximum: writeMerge("Max"),
    Minimum: writeMerge("Min"),
    Concatenate: writeConcatenate,
    Dot: writeDot,
  }),
);
