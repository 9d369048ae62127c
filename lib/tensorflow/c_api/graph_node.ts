/** One output of a graph operation. */
export interface Node {
  operation: Deno.PointerValue;
  index: number;
}

/** A TF_Output struct. */
export function outputStruct({ operation, index }: Node): Uint8Array<ArrayBuffer> {
  const struct = new DataView(new ArrayBuffer(16));
  struct.setBigUint64(0, BigInt(Deno.UnsafePointer.value(operation)), true);
  struct.setInt32(8, index, true);
  return new Uint8Array(struct.buffer);
}

/** TF_Output structs, one after the other. */
export function concatenate(nodes: Node[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16 * nodes.length);
  nodes.forEach((node, i) => bytes.set(outputStruct(node), 16 * i));
  return bytes;
}
