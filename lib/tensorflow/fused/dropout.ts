import * as tf from "@tensorflow/tfjs";
import type { Attribute } from "../attributes.ts";
import { currentBackend, type TensorflowBackend } from "../backend.ts";
import { dataTypes } from "../data_types.ts";
import { attribute } from "../native_op.ts";
import { patchLayer, type Undo } from "./patch.ts";

interface Dropout extends tf.layers.Layer {
  rate: number;
  noiseShape: number[] | undefined;
}

/**
 * Dropout from counter-based random bits, where the training step passes a random state
 * (`model.apply(x, { training: true, random })`). A mask depends on nothing but seed, step and the layer's
 * name, so that a resumed run draws the same ones. A decision takes 8 bits, since drawing them is what dropout
 * costs: the rate is rounded to a multiple of 1/256, and kept values are scaled by the rounded rate.
 */
export function fuseDropout(): Undo {
  return patchLayer<Dropout>(tf.layers.dropout({ rate: 0.5 }), (layer, x, args) => {
    if (!args.training || !args.random || layer.noiseShape) return undefined;
    const cut = Math.min(255, Math.round(layer.rate * 256));
    if (cut === 0) return x.clone();
    const seed = tf.add(args.random, tf.tensor1d([hash(layer.name), 0], "int32"));
    const backend = currentBackend();
    const mask = { shape: x.shape, cut };
    const keep = backend ? keepMask(backend, seed, mask) : hostKeepMask(seed, mask);
    return x.mul(keep.mul(256 / (256 - cut)));
  });
}

/** A float mask of ones and zeros; a value is zero in `cut` of 256 cases, drawn on the device. */
function keepMask(
  backend: TensorflowBackend,
  seed: tf.Tensor,
  { shape, cut }: { shape: number[]; cut: number },
): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const words = Math.ceil(size / 4);
  const { binding } = backend;
  const temporary: number[] = [];
  // Tensors of 8-bit integers have no type in TensorFlow.js: they go by their numbers.
  const op = (name: string, attributes: Attribute[], inputs: number[]) => {
    const [output] = binding.executeOp(name, attributes, inputs, 1);
    temporary.push(output!.id);
    return output!.id;
  };
  const idOf = (tensor: tf.Tensor) => backend.getInputTensorIds([tensor])[0]!;
  const bits = op("StatelessRandomUniformFullInt", [
    attribute.type("dtype", "int32"),
    attribute.type("T", "int32"),
    attribute.type("Tseed", "int32"),
  ], [idOf(tf.tensor1d([words], "int32")), idOf(seed)]);
  const bytes = op("Bitcast", [attribute.type("T", "int32"), attribute.type("type", "int8")], [
    bits,
  ]);
  const threshold = binding.createTensor([], dataTypes.int8, new Int8Array([cut - 128]));
  temporary.push(threshold);
  const kept = op("GreaterEqual", [attribute.type("T", "int8")], [bytes, threshold]);
  const mask = op("Cast", [
    attribute.type("SrcT", "bool"),
    attribute.type("DstT", "float32"),
    attribute.bool("Truncate", false),
  ], [kept]);
  temporary.pop(); // owned by the tensor made of it
  temporary.forEach((id) => binding.deleteTensor(id));
  const all = backend.createOutputTensor({ id: mask, shape: [words, 4], dtype: dataTypes.float32 });
  return all.reshape([-1]).slice([0], [size]).reshape(shape);
}

/** The same on a backend without TensorFlow's ops: other masks, but again by seed, step and name alone. */
function hostKeepMask(
  seed: tf.Tensor,
  { shape, cut }: { shape: number[]; cut: number },
): tf.Tensor {
  const [key, step] = seed.dataSync();
  const number = 1 + ((Math.imul(key!, 0x9e3779b1) + step!) >>> 0); // 0 would mean none
  return tf.randomUniform(shape, 0, 1, "float32", number).greaterEqual(cut / 256).toFloat();
}

/** FNV-1a, 32 bits: layers of different names draw different masks. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value | 0;
}
