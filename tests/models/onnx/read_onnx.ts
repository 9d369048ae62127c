/** What of an ONNX file tests look at; read by protobuf's wire format, without a line of the writer's. */
export interface OnnxFile {
  /** By name, in the file's order. */
  nodes: { operator: string; inputs: string[]; outputs: string[] }[];
  tensors: Record<string, { shape: number[]; values: number[]; type: string }>;
  metadata: Record<string, string>;
}

type Part = number | Uint8Array;

/** Reads a ModelProto: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. */
export function readOnnx(bytes: Uint8Array): OnnxFile {
  const model = fieldsOf(bytes);
  const graph = fieldsOf(model[7]![0] as Uint8Array);
  const nodes = (graph[1] ?? []).map((part) => {
    const { 1: inputs = [], 2: outputs = [], 4: operator } = fieldsOf(part as Uint8Array);
    return { operator: text(operator![0]!), inputs: inputs.map(text), outputs: outputs.map(text) };
  });
  const tensors = (graph[5] ?? []).map((part) => {
    const { 1: shape = [], 2: [type] = [], 8: name, 9: raw } = fieldsOf(part as Uint8Array);
    const [kind, read] = arrays[type as number]!;
    const values = read((raw![0] as Uint8Array).slice().buffer);
    return [text(name![0]!), { shape: shape as number[], values, type: kind }] as const;
  });
  const metadata = (model[14] ?? []).map((part) => {
    const { 1: key, 2: value } = fieldsOf(part as Uint8Array);
    return [text(key![0]!), text(value![0]!)];
  });
  return { nodes, tensors: Object.fromEntries(tensors), metadata: Object.fromEntries(metadata) };
}

const arrays: Record<number, [string, (buffer: ArrayBuffer) => number[]]> = {
  1: ["float32", (buffer) => [...new Float32Array(buffer)]],
  2: ["uint8", (buffer) => [...new Uint8Array(buffer)]],
  3: ["int8", (buffer) => [...new Int8Array(buffer)]],
  6: ["int32", (buffer) => [...new Int32Array(buffer)]],
  7: ["int64", (buffer) => [...new BigInt64Array(buffer)].map(Number)],
};

/** Fields of a message by number, each as often as it is there. */
function fieldsOf(bytes: Uint8Array): Record<number, Part[]> {
  const fields: Record<number, Part[]> = {};
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let unit = 1;; unit *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const take = (length: number) => bytes.subarray(at, at += length);
  while (at < bytes.length) {
    const tag = varint();
    const kind = tag & 7;
    const value = kind === 0 ? varint() : take(kind === 5 ? 4 : varint());
    (fields[tag >>> 3] ??= []).push(value);
  }
  return fields;
}

function text(part: Part): string {
  return new TextDecoder().decode(part as Uint8Array);
}
