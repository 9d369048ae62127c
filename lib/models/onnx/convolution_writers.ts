import { Mismatch } from "../keras/mismatch.ts";
import { addActivation } from "./add_activation.ts";
import {
  described,
  lastly,
  type LayerCall,
  type LayerWriter,
  onlyInput,
  requireSetting,
  type StoredWeight,
} from "./layer_call.ts";

/** A convolution along time. */
export const writeConvolution: LayerWriter = (call) => {
  const { graph, layer, config } = call;
  requireSetting(call, "dataFormat", "channelsLast");
  const [kernel, bias] = call.weights(layer);
  const { shape, values } = convolutionKernel(kernel!);
  const [strides, dilations] = [config.strides, config.dilationRate] as [number[], number[]];
  const inputs = [graph.channelsFirst(onlyInput(call)), graph.store("kernel", shape, values)];
  if (bias) inputs.push(graph.store("bias", bias.shape, bias.values));
  const name = graph.add("Conv", inputs, {
    kernel_shape: [shape[2]!],
    strides,
    dilations,
    pads: padding(call, (shape[2]! - 1) * dilations[0]! + 1),
  });
  return addActivation(call, config.activation, { name, channelsFirst: true });
};

/** The largest value, or the mean, of pieces of time: MaxPool or AveragePool. */
export function writePooling(operator: string): LayerWriter {
  return (call) => {
    const { graph, config } = call;
    requireSetting(call, "dataFormat", "channelsLast");
    const [size, strides] = [config.poolSize, config.strides] as [number[], number[]];
    const name = graph.add(operator, [graph.channelsFirst(onlyInput(call))], {
      kernel_shape: size,
      strides,
      pads: padding(call, size[0]!),
    });
    return { name, channelsFirst: true };
  };
}

/** The largest value, or the mean, along time: ReduceMax or ReduceMean. */
export function writeGlobalPooling(operator: string): LayerWriter {
  return (call) => {
    const { name, channelsFirst } = onlyInput(call);
    return lastly(
      call.graph.add(operator, [name], { axes: [channelsFirst ? 2 : 1], keepdims: 0 }),
    );
  };
}

/** From TensorFlow's [time, in, out] to ONNX's [out, in, time]. */
function convolutionKernel({ shape: [size, inner, outer], values }: StoredWeight) {
  const turned = new Float32Array(values.length);
  for (let time = 0, at = 0; time < size!; time++) {
    for (let from = 0; from < inner!; from++) {
      for (let to = 0; to < outer!; to++) {
        turned[(to * inner! + from) * size! + time] = values[at++]!;
      }
    }
  }
  return { shape: [outer!, inner!, size!], values: turned };
}

/** Zeros before and after the row, as TensorFlow counts them: of an odd number, the one more is at the end. */
function padding(call: LayerCall, reach: number): [number, number] {
  requireSetting(call, "padding", "valid", "same");
  if (call.config.padding !== "same") return [0, 0];
  const [stride] = call.config.strides as number[];
  const length = onlyInput(call).shape[1];
  if (stride !== 1 && length == null) {
    throw new Mismatch(`a fixed length at the input of ${described(call.layer)}`, length);
  }
  const steps = stride === 1 ? 0 : Math.ceil(length! / stride!) - 1;
  const missing = Math.max(0, stride === 1 ? reach - 1 : steps * stride! + reach - length!);
  return [Math.floor(missing / 2), Math.ceil(missing / 2)];
}
