import * as tf from "@tensorflow/tfjs";

/** Computes an operation of Keras from its arguments and what it was made with; tensors are [rows, ...]. */
export type OperationFunction = (
  args: unknown[],
  config: Record<string, unknown>,
) => tf.Tensor | tf.Tensor[];

/** Operations by Keras's name of their class. */
export type OperationTable = Record<string, OperationFunction>;

const LARGEST = 2 ** 26;

/**
 * An argument as a tensor: also a number, or true or false.
 *
 * @throws {Error} when it is none.
 */
export function asTensor(value: unknown): tf.Tensor {
  if (value instanceof tf.Tensor) return value;
  if (typeof value === "number") return tf.scalar(value);
  if (typeof value === "boolean") return tf.scalar(value, "bool");
  throw new Error(`wanted a tensor or a number, found ${JSON.stringify(value)}`);
}

/**
 * Axes as numbers from 0; all but that of the rows for null.
 *
 * @throws {Error} when one is none, or that of the rows: rows have nothing to do with each other.
 */
export function axesOf(axis: unknown, rank: number): number[] {
  const axes = [axis].flat().map((one) => typeof one === "number" && one < 0 ? one + rank : one);
  for (const one of axes) {
    if (Number.isInteger(one) && (one as number) > 0 && (one as number) < rank) continue;
    throw new Error(`wanted an axis that is not the rows', found ${JSON.stringify(axis)}`);
  }
  return axes as number[];
}

/** A single axis; see {@linkcode axesOf}. */
export function axisOf(axis: unknown, rank: number): number {
  const [only, ...others] = axesOf(axis, rank);
  if (others.length === 0) return only!;
  throw new Error(`wanted one axis, found ${JSON.stringify(axis)}`);
}

/**
 * Refuses a result that memory should not be asked for.
 *
 * @throws {Error} when it has more than 2^26 values.
 */
export function checkSize(shape: readonly number[]): void {
  const size = shape.reduce((size, length) => size * length, 1);
  if (!(size <= LARGEST)) throw new Error(`wanted at most ${LARGEST} values, found ${size}`);
}
