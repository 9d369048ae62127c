import { asList, asObject, type Json } from "../json.ts";
import { Mismatch } from "../mismatch.ts";

/** A call of a layer or an operation, as Keras writes it: its arguments, with tensors of the model among them. */
export interface KerasCall {
  /** Where its tensors come from, [layer, call, output], in the order that they stand in. */
  references: unknown[];
  /** The arguments, each tensor replaced by {@linkcode TensorPlace}. */
  args: unknown[];
  kwargs: Json;
}

/** A tensor among arguments: its number among the call's. */
export interface TensorPlace {
  tensor: number;
}

const DEEPEST = 4;

/**
 * Reads a call.
 *
 * @throws {Mismatch} when it is none.
 */
export function readCall(call: unknown, name: string): KerasCall {
  const { args, kwargs } = asObject(call, `a call of "${name}"`);
  const references: unknown[] = [];
  const replace = (value: unknown, depth: number): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (depth > DEEPEST) throw new Mismatch(`simple arguments of "${name}"`, value);
    if (Array.isArray(value)) {
      return asList(value, `an argument of "${name}"`).map((item) => replace(item, depth + 1));
    }
    const { class_name: className, config } = value as Json;
    if (className !== "__keras_tensor__") return value;
    references.push(asObject(config, `an input of "${name}"`).keras_history);
    return { tensor: references.length - 1 };
  };
  const list = asList(args, `the arguments of "${name}"`).map((value) => replace(value, 0));
  const told = Object.entries(asObject(kwargs, `what "${name}" is told`)).map(
    ([key, value]) => [key, replace(value, 0)],
  );
  return { references, args: list, kwargs: Object.fromEntries(told) };
}

/** Whether an argument is a tensor. */
export function isTensorPlace(value: unknown): value is TensorPlace {
  return typeof value === "object" && value !== null && "tensor" in value;
}
