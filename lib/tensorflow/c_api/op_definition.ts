import { cString } from "./c_string.ts";
import { checkStatus, type Library } from "./library.ts";

/** Where among an op's inputs its one list stands. */
export interface ListInput {
  position: number;
  /** Inputs of the op, the list counted as one. */
  inputs: number;
}

const known = new Map<string, ListInput | undefined>();

/**
 * Whether one of an op's inputs is a list (ConcatV2, Pack, AddN ...): the graph API wants lists apart, while
 * TensorFlow.js's kernels give one flat row of inputs. Read from the op's own definition.
 */
export function listInputOf(
  library: Library,
  graph: Deno.PointerValue,
  name: string,
): ListInput | undefined {
  if (!known.has(name)) known.set(name, findListInput(opDefinition(library, graph, name)));
  return known.get(name);
}

/** The serialized OpDef message. */
function opDefinition(
  library: Library,
  graph: Deno.PointerValue,
  name: string,
): Uint8Array {
  const { c, status } = library;
  const buffer = c.TF_NewBuffer();
  c.TF_GraphGetOpDef(graph, cString(name), buffer, status);
  checkStatus(library, `find op ${name}`);
  const view = new Deno.UnsafePointerView(buffer!); // struct { const void* data; size_t length; ... }
  const length = Number(view.getBigUint64(8));
  const bytes = Deno.UnsafePointerView.getArrayBuffer(view.getPointer(0)!, length).slice(0);
  c.TF_DeleteBuffer(buffer);
  return new Uint8Array(bytes);
}

/** OpDef.input_arg is field 2; in an ArgDef, number_attr (5) or type_list_attr (6) makes a list. */
function findListInput(definition: Uint8Array): ListInput | undefined {
  const inputs = messageFields(definition).filter(({ field }) => field === 2);
  const position = inputs.findIndex(({ bytes }) =>
    messageFields(bytes).some(({ field }) => field === 5 || field === 6)
  );
  return position < 0 ? undefined : { position, inputs: inputs.length };
}

/** The length-delimited fields of a protocol buffer message; the others are passed over. */
function messageFields(message: Uint8Array): { field: number; bytes: Uint8Array }[] {
  const fields: { field: number; bytes: Uint8Array }[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1;; scale *= 128) {
      const byte = message[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    if ((tag & 7) === 0) varint();
    else if ((tag & 7) === 1) at += 8;
    else if ((tag & 7) === 5) at += 4;
    else {
      const length = varint();
      fields.push({ field: tag >> 3, bytes: message.subarray(at, at += length) });
    }
  }
  return fields;
}
