import { attributeTypes } from "./data_types.ts";
import type { TensorMetadata } from "./eager_context.ts";
import type { GraphTrace } from "./graph_trace.ts";
import { cString } from "./c_string.ts";
import { checkStatus } from "./library.ts";

/** A function that graphs call and that XLA compiles for them. */
export interface CompiledFunction {
  name: string;
  pointer: Deno.PointerValue;
  /** TF_DataType of each argument. */
  inputs: number[];
  outputs: { shape: number[]; dtype: number }[];
}

/** The mark of functions and calls that XLA compiles. */
const mustCompile = "_XlaMustCompile";

/**
 * Makes a graph that was recorded a function for {@linkcode callCompiled}; it stays as long as the context.
 *
 * @throws {Error} when the graph reads other tensors than its arguments.
 */
export function compileGraph(
  trace: GraphTrace,
  name: string,
  { arguments: given, results }: { arguments: number[]; results: number[] },
): CompiledFunction {
  const { context, context: { library } } = trace;
  const outputs = results.map((id) => trace.describe(id));
  const pointer = trace.toFunction(name, results);
  const isTrue = Uint8Array.of(5 << 3, 1); // AttrValue { bool b = 5 }
  library.c.TF_FunctionSetAttrValueProto(
    pointer,
    cString(mustCompile),
    isTrue,
    BigInt(isTrue.length),
    library.status,
  );
  checkStatus(library, "mark a function");
  if (trace.captured.length > 0) {
    throw new Error(
      `Cannot compile ${name}: it must depend on its arguments alone but reads ` +
        `${trace.captured.length} other tensors`,
    );
  }
  context.addFunction(pointer);
  return { name, pointer, inputs: given.map((id) => trace.describe(id).dtype), outputs };
}

/** Adds a call of a compiled function to a graph. */
export function callCompiled(
  trace: GraphTrace,
  { name, pointer, inputs: types, outputs }: CompiledFunction,
  inputs: number[],
): TensorMetadata[] {
  trace.addFunction(pointer);
  const { bool, function: named, type } = attributeTypes;
  const results = trace.addOperation("PartitionedCall", [
    { name: "Tin", type, value: types },
    { name: "Tout", type, value: outputs.map(({ dtype }) => dtype) },
    { name: "f", type: named, value: name },
    { name: mustCompile, type: bool, value: true },
  ], inputs);
  return results.map(({ id }, i) => {
    trace.setShape(id, outputs[i]!.shape);
    return { id, ...outputs[i]! };
  });
}
