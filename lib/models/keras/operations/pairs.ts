import * as tf from "@tensorflow/tfjs";
import { asTensor, checkSize, type OperationTable } from "./operation_table.ts";

type OfTwo = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const logical = (compute: OfTwo): OfTwo => (a, b) =>
  compute(tf.cast(a, "bool"), tf.cast(b, "bool"));

const functions: Record<string, OfTwo> = {
  Add: tf.add,
  Divide: tf.div,
  Equal: tf.equal,
  FloorDivide: (a, b) => tf.floor(tf.div(a, b)),
  Greater: tf.greater,
  GreaterEqual: tf.greaterEqual,
  Less: tf.less,
  LessEqual: tf.lessEqual,
  LogicalAnd: logical(tf.logicalAnd),
  LogicalOr: logical(tf.logicalOr),
  Maximum: tf.maximum,
  Minimum: tf.minimum,
  Multiply: tf.mul,
  NotEqual: tf.notEqual,
  Power: tf.pow,
  SquaredDifference: tf.squaredDifference,
  Subtract: tf.sub,
  TrueDivide: tf.div,
};

/** Operations of two tensors, or of a tensor and a number. */
export const pairs: OperationTable = {
  ...Object.fromEntries(
    Object.entries(functions).map(([name, compute]) => [name, (args: unknown[]) => {
      if (args.length !== 2) {
        throw new Error(`wanted two tensors for ${name}, found ${args.length}`);
      }
      const [a, b] = args.map(asTensor) as [tf.Tensor, tf.Tensor];
      checkSize(broadcast(a.shape, b.shape));
      return compute(a, b);
    }]),
  ),
  Where([condition, a, b]) {
    const [first, second] = [asTensor(a), asTensor(b)];
    const chosen = tf.cast(asTensor(condition), "bool");
    const shape = broadcast(broadcast(chosen.shape, first.shape), second.shape);
    checkSize(shape);
    return tf.where(
      tf.broadcastTo(tf.cast(chosen, "int32"), shape).cast("bool"),
      tf.broadcastTo(first, shape),
      tf.broadcastTo(second, shape),
    );
  },
  Matmul: matmul,
  Dot(args) {
    const { shape } = asTensor(args[1]);
    // Of more axes it gives each row of the one with each of the other.
    if (shape.length > 2) throw new Error(`wanted a matrix as the second of Dot, found [${shape}]`);
    return matmul(args);
  },
};

function matmul([a, b]: unknown[]): tf.Tensor {
  const [first, second] = [asTensor(a), asTensor(b)];
  const [inputs, outputs] = second.shape.slice(-2) as [number, number];
  if (first.rank < 2 || second.rank < 2) throw new Error("wanted matrices in a product");
  checkSize([...first.shape.slice(0, -1), outputs]);
  if (second.rank > 2) return tf.matMul(first, second);
  const flat = first.reshape([-1, inputs]) as tf.Tensor2D;
  return tf.matMul(flat, second as tf.Tensor2D).reshape([...first.shape.slice(0, -1), outputs]);
}

function broadcast(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  const at = (shape: readonly number[], i: number) => shape[shape.length - rank + i] ?? 1;
  return Array.from({ length: rank }, (_, i) => Math.max(at(a, i), at(b, i)));
}
