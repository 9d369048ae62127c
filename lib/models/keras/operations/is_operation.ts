import type { Json } from "../json.ts";

const modules = /^keras\.src\.(ops\.(numpy|nn|math|core|linalg)|activations\.activations)$/;

/** Whether an entry of a model is an operation that was called as a function, for instance `keras.ops.mean(x)`. */
export function isOperation({ module }: Json): boolean {
  return typeof module === "string" && modules.test(module);
}
