import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { attribute } from "../capture/native_op.ts";

/**
 * A tensor with its first two axes swapped: rows first to time first or back. Inside a captured step, swapping a tensor
 * back gives the original values without moving them again; the same holds for gradients.
 *
 * @param x [a, b, features].
 * @returns [b, a, features].
 */
export function swapAxes(x: tf.Tensor3D): tf.Tensor3D {
  return tf.customGrad((x) => ({
    value: swapped(x as tf.Tensor3D),
    gradFunc: (dy: tf.Tensor) => swapAxes(dy as tf.Tensor3D),
  }))(x) as tf.Tensor3D;
}

/** {@linkcode swapAxes} without a gradient. */
export function swapped(x: tf.Tensor3D): tf.Tensor3D {
  const source = swappedFrom(x);
  if (source) return source;
  const result = x.transpose<tf.Tensor3D>([1, 0, 2]);
  const backend = currentBackend();
  if (backend?.binding.tracing) {
    sources.set(result.dataId, { id: backend.getInputTensorIds([x])[0]!, shape: x.shape });
  }
  return result;
}

/** What `x` was swapped from, if that happened in the step that is being captured. */
export function swappedFrom(x: tf.Tensor): tf.Tensor3D | undefined {
  const source = sources.get(x.dataId);
  // A reshaped tensor shares the values, and their name, of one of another shape.
  if (!source || x.shape.join() !== swapFirst(source.shape).join()) return undefined;
  const backend = currentBackend()!;
  const attributes = [attribute.type("T", x.dtype as "float32")];
  const [same] = backend.binding.executeOp("Identity", attributes, [source.id], 1);
  return backend.createOutputTensor(same!) as tf.Tensor3D;
}

const swapFirst = <T>([first, second, ...others]: T[]) => [second, first, ...others];

/** Tensors of a graph, by name of their values, and which of its tensors they were swapped from. */
const sources = new WeakMap<tf.DataId, { id: number; shape: number[] }>();
