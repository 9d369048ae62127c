import * as tf from "@tensorflow/tfjs";
import type { OperationDescription } from "../layers/operation.ts";
import { isTensorPlace } from "../graph/read_call.ts";
import { operations } from "./operations.ts";

/**
 * What an operation of Keras gives.
 *
 * @param inputs the tensors in its arguments, in their order.
 * @throws {Error} when it is not known, or its arguments are not.
 */
export function runOperation(
  { className, config, args, kwargs }: OperationDescription,
  inputs: readonly tf.Tensor[],
): tf.Tensor | tf.Tensor[] {
  const operation = operations[className];
  if (!operation) throw new Error(`Cannot compute ${className}: it is not known`);
  return operation(args.map((value) => withTensors(value, inputs)), { ...config, ...kwargs });
}

/** An argument with tensors where they stand: the inputs', and numbers that Keras stored. */
function withTensors(value: unknown, inputs: readonly tf.Tensor[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withTensors(item, inputs));
  if (isTensorPlace(value)) return inputs[value.tensor];
  const { class_name: className, config } = value as {
    class_name?: string;
    config?: { value: number[]; dtype: string };
  };
  if (className !== "__numpy__" && className !== "__tensor__") return value;
  const whole = /^u?int/.test(config!.dtype);
  return tf.tensor(config!.value, undefined, whole ? "int32" : "float32");
}
