import * as tf from "@tensorflow/tfjs";
import { asTensor, axisOf, type OperationTable } from "./operation_table.ts";

type OfOne = (x: tf.Tensor, config: Record<string, unknown>) => tf.Tensor;

const hardSigmoid = (x: tf.Tensor) => tf.relu6(x.add(3)).div(6);
const number = (value: unknown, otherwise: number) => value == null ? otherwise : Number(value);

const functions: Record<string, OfOne> = {
  Abs: tf.abs,
  Absolute: tf.abs,
  Arctan: tf.atan,
  Cast: (x, { dtype }) => {
    if (`${dtype}`.startsWith("float") || dtype === "bfloat16") return tf.cast(x, "float32");
    if (dtype === "int32" || dtype === "bool") return tf.cast(x, dtype);
    throw new Error(`wanted a type of float, int32 or bool, found ${dtype}`);
  },
  Ceil: tf.ceil,
  Celu: (x, { alpha }) => {
    const slope = number(alpha, 1);
    return tf.relu(x).add(tf.minimum(x.div(slope).exp().sub(1).mul(slope), 0));
  },
  Clip: (x, { x_min: low, x_max: high }) =>
    tf.clipByValue(x, number(low, -Infinity), number(high, Infinity)),
  Cos: tf.cos,
  Cosh: tf.cosh,
  Elu: (x, { alpha }) => tf.maximum(x, 0).add(tf.minimum(x, 0).expm1().mul(number(alpha, 1))),
  Exp: tf.exp,
  Expm1: tf.expm1,
  Floor: tf.floor,
  Gelu: (x, { approximate }) =>
    approximate
      ? x.mul(0.5).mul(x.add(x.pow(3).mul(0.044715)).mul(Math.sqrt(2 / Math.PI)).tanh().add(1))
      : x.mul(0.5).mul(tf.erf(x.div(Math.SQRT2)).add(1)),
  Glu: (x, { axis }) => {
    const [values, gates] = tf.split(x, 2, axisOf(axis ?? -1, x.rank));
    return values!.mul(tf.sigmoid(gates!));
  },
  HardSigmoid: hardSigmoid,
  HardSilu: (x) => x.mul(hardSigmoid(x)),
  HardTanh: (x) => tf.clipByValue(x, -1, 1),
  Identity: tf.clone,
  LeakyRelu: (x, { negative_slope: slope }) => tf.leakyRelu(x, number(slope, 0.2)),
  Log: tf.log,
  Log10: (x) => tf.log(x).div(Math.LN10),
  Log1p: tf.log1p,
  Log2: (x) => tf.log(x).div(Math.LN2),
  LogicalNot: (x) => tf.logicalNot(tf.cast(x, "bool")),
  LogSigmoid: (x) => tf.softplus(x.neg()).neg(),
  LogSoftmax: (x, { axis }) => {
    const along = axisOf(axis ?? -1, x.rank);
    return x.sub(tf.logSumExp(x, along, true));
  },
  Mish: (x) => x.mul(tf.tanh(tf.softplus(x))),
  Negative: tf.neg,
  OnesLike: tf.onesLike,
  ReLU: (x, config) => {
    const { negative_slope: slope, max_value: most, threshold } = config;
    const limit = number(threshold, 0);
    // TensorFlow.js has a gradient of greaterEqual, but none of greater.
    const above = tf.sub(1, tf.cast(tf.greaterEqual(limit, x), "float32"));
    const kept = x.mul(above);
    const capped = most == null ? kept : tf.clipByValue(kept, 0, Number(most));
    return capped.add(x.sub(limit).mul(number(slope, 0)).mul(tf.sub(1, above)));
  },
  Reciprocal: tf.reciprocal,
  Relu: tf.relu,
  Relu6: tf.relu6,
  Round: tf.round,
  Rsqrt: tf.rsqrt,
  Selu: tf.selu,
  Sigmoid: tf.sigmoid,
  Sign: tf.sign,
  Silu: (x) => x.mul(tf.sigmoid(x)),
  Sin: tf.sin,
  Sinh: tf.sinh,
  Softmax: (x, { axis }) => {
    const along = axisOf(axis ?? -1, x.rank);
    const shifted = x.sub(tf.max(x, along, true)).exp();
    return shifted.div(shifted.sum(along, true));
  },
  Softplus: tf.softplus,
  Softsign: (x) => x.div(tf.abs(x).add(1)),
  Sqrt: tf.sqrt,
  Square: tf.square,
  Tan: tf.tan,
  Tanh: tf.tanh,
  ZerosLike: tf.zerosLike,
};

/** Operations of one tensor that keep its shape, but for gates. */
export const elementwise: OperationTable = Object.fromEntries(
  Object.entries(functions).map((
    [name, compute],
  ) => [name, ([x, ...others], config) => {
    if (others.length > 0) throw new Error(`wanted one tensor for ${name}, found more`);
    return compute(asTensor(x), config);
  }]),
);
