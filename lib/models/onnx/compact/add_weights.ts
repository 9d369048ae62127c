import type { OnnxGraph, OnnxTensor } from "../onnx_graph.ts";
import { quantizeWeights } from "./quantize_values.ts";

/** The largest whole number that a bias becomes: it leaves half of the 32 bits of a sum for the products. */
const LARGEST_BIAS = 2 ** 30;

/**
 * Puts whole numbers in the place of a layer's kernel and, where the values that meet it are whole numbers too, of its
 * bias, in steps of their products.
 *
 * @param axis the kernel's axis along which output channels lie.
 * @param scale the step of the values; none where they stay as they are.
 * @returns the names of kernel and bias as numbers again.
 */
export function addWeights(
  graph: OnnxGraph,
  [kernelName, biasName]: readonly [string, string?],
  { axis, scale }: { axis: number; scale?: number },
): string[] {
  const kernel = taken(graph, kernelName);
  const bias = biasName !== undefined && scale !== undefined ? taken(graph, biasName) : undefined;
  // A channel whose weights are next to nothing beside its bias has steps that the bias can be counted in.
  const leastSteps = bias && Float32Array.from(bias.values as Float32Array, (value) => {
    return Math.abs(value) / (LARGEST_BIAS * scale!);
  });
  const { values, scales } = quantizeWeights(kernel, axis, leastSteps);
  const whole = { shape: kernel.shape, values };
  const names = [addDequantized(graph, "kernel", { whole, scales, axis })];
  if (biasName === undefined) return names;
  if (!bias || scale === undefined) return [...names, biasName];
  const products = scales.map((one) => one * scale);
  const sums = Int32Array.from(bias.values as Float32Array, (value, channel) => {
    return Math.round(value / products[channel]!);
  });
  const wholeBias = { shape: bias.shape, values: sums };
  return [...names, addDequantized(graph, "bias", { whole: wholeBias, scales: products, axis: 0 })];
}

/** A tensor that the graph holds no more. */
function taken(graph: OnnxGraph, name: string): OnnxTensor {
  const tensor = graph.tensors.get(name)!;
  graph.tensors.delete(name);
  return tensor;
}

function addDequantized(
  graph: OnnxGraph,
  name: string,
  { whole, scales, axis }: { whole: OnnxTensor; scales: Float32Array; axis: number },
): string {
  const { shape, values } = whole;
  const zeros = new (values.constructor as Int8ArrayConstructor)(scales.length);
  return graph.add("DequantizeLinear", [
    graph.store(`${name}_whole`, shape, values),
    graph.store(`${name}_scales`, [scales.length], scales),
    graph.store(`${name}_zeros`, [scales.length], zeros),
  ], { axis });
}
