import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { attribute, nativeOp } from "../capture/native_op.ts";

/**
 * Random integers from a counter: each is a hash of its place and the key, so that a loop over memory can make
 * them where it needs them. Other keys give other numbers.
 *
 * @param key int32 [2].
 * @returns int32 of `shape`, uniform over all 32-bit integers.
 */
export function randomBits(shape: number[], key: tf.Tensor): tf.Tensor {
  if (!currentBackend()) return hostBits(shape, key);
  const size = shape.reduce((product, length) => product * length, 1);
  const [first, second] = tf.unstack(mix(key));
  const bounds = [0, size, 1].map((value) => tf.scalar(value, "int32"));
  const [places] = nativeOp("Range", bounds, { attributes: [attribute.type("Tidx", "int32")] });
  return mix(xor(mix(places!.add(first!)), second!)).reshape(shape);
}

/** A 32-bit hash that is a permutation of the integers, with constants found by Wellons (2018). */
function mix(x: tf.Tensor): tf.Tensor {
  const once = multiply(xor(x, shiftRight(x, 16)), 0x7feb352d);
  const twice = multiply(xor(once, shiftRight(once, 15)), 0x846ca68b);
  return xor(twice, shiftRight(twice, 16));
}

const attributes = [attribute.type("T", "int32")];

function xor(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return nativeOp("BitwiseXor", [a, b], { attributes })[0]!;
}

function multiply(x: tf.Tensor, factor: number): tf.Tensor {
  return x.mul(tf.scalar(factor | 0, "int32"));
}

/** Zeros come in from the left. */
function shiftRight(x: tf.Tensor, places: number): tf.Tensor {
  const [shifted] = nativeOp("RightShift", [x, tf.scalar(places, "int32")], { attributes });
  const mask = tf.scalar(2 ** (32 - places) - 1, "int32");
  return nativeOp("BitwiseAnd", [shifted!, mask], { attributes })[0]!;
}

/** On a backend without TensorFlow's ops: different numbers, but also determined by the key alone. */
function hostBits(shape: number[], key: tf.Tensor): tf.Tensor {
  const [first, second] = key.dataSync();
  const seed = 1 + ((Math.imul(first!, 0x9e3779b1) + second!) >>> 0); // 0 would mean none
  return tf.randomUniform(shape, -(2 ** 31), 2 ** 31, "float32", seed).toInt();
}
