import * as tf from "@tensorflow/tfjs";
import { asTensor, axesOf, axisOf, type OperationTable } from "./operation_table.ts";

type Along = (x: tf.Tensor, axes: number[], keep: boolean) => tf.Tensor;

const variance: Along = (x, axes, keep) => tf.moments(x, axes, keep).variance;
const length: Along = (x, axes, keep) => tf.sqrt(tf.sum(tf.square(x), axes, keep));

const functions: Record<string, Along> = {
  Amax: tf.max,
  Amin: tf.min,
  LogSumExp: tf.logSumExp,
  Logsumexp: tf.logSumExp,
  Max: tf.max,
  Mean: tf.mean,
  Min: tf.min,
  Prod: tf.prod,
  Std: (x, axes, keep) => tf.sqrt(variance(x, axes, keep)),
  Sum: tf.sum,
  Var: variance,
};

/** Operations along axes, none of them that of the rows. */
export const reductions: OperationTable = {
  ...Object.fromEntries(
    Object.entries(functions).map(([name, compute]) => [
      name,
      ([x]: unknown[], { axis, keepdims, initial }: Record<string, unknown>) => {
        const values = asTensor(x);
        if (initial != null) throw new Error(`wanted no initial value for ${name}`);
        return compute(values, axesOf(axis, values.rank), keepdims === true);
      },
    ]),
  ),
  Norm([x], { ord, axis, keepdims }) {
    const values = asTensor(x);
    if (ord !== null && ord !== 2) throw new Error(`wanted the norm of order 2, found ${ord}`);
    return length(values, [axisOf(axis, values.rank)], keepdims === true);
  },
  Normalize([x], { axis, order, epsilon }) {
    const values = asTensor(x);
    if (order !== 2) throw new Error(`wanted the norm of order 2, found ${order}`);
    const squares = tf.sum(tf.square(values), [axisOf(axis, values.rank)], true);
    const smallest = Number(epsilon ?? 1e-7);
    return values.mul(tf.minimum(tf.rsqrt(squares), 1 / smallest));
  },
  Cumsum([x], { axis }) {
    const values = asTensor(x);
    return tf.cumsum(values, axisOf(axis, values.rank));
  },
};
