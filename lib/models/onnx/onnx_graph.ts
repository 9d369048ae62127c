/** What an attribute of a node holds: a whole number, a broken one, or a list of whole numbers or of texts. */
export type Attribute = number | { float: number } | readonly number[] | readonly string[] | string;

/** One operation of a graph. */
export interface OnnxNode {
  name: string;
  /** ONNX's name of the operator. */
  operator: string;
  /** Names of values; "" for one that is left out. */
  inputs: string[];
  outputs: string[];
  attributes: Record<string, Attribute>;
}

/** A tensor that the file holds: a weight, or a constant. */
export interface OnnxTensor {
  shape: readonly number[];
  values: Float32Array | BigInt64Array | Int32Array | Int8Array | Uint8Array;
}

/** What a layer gave. */
export interface OnnxValue {
  name: string;
  /** As TensorFlow.js has it, [rows, ...]; null where it is free. */
  shape: readonly (number | null)[];
  /** Whether a sequence is stored as [rows, features, time], as ONNX's convolutions want it. */
  channelsFirst: boolean;
}

/** A graph in the making. */
export class OnnxGraph {
  /** In an order in which they can be computed. */
  readonly nodes: OnnxNode[] = [];
  /** By name. */
  readonly tensors = new Map<string, OnnxTensor>();
  /** The layer that is being written: the first part of each name. */
  scope = "";
  readonly #names = new Set<string>();
  readonly #turned = new Map<string, string>();

  /**
   * Adds a node.
   *
   * @param place which of the operator's outputs is wanted; 0 by default.
   * @returns the name of its output.
   */
  add(
    operator: string,
    inputs: readonly string[],
    attributes: Record<string, Attribute> = {},
    place = 0,
  ): string {
    const name = this.claim(`${this.scope}/${operator}`);
    const outputs = [...Array<string>(place).fill(""), name];
    this.nodes.push({ name, operator, inputs: [...inputs], outputs, attributes });
    return name;
  }

  /** Stores a tensor of the layer, once for all its calls; gives its name. */
  store(name: string, shape: readonly number[], values: OnnxTensor["values"]): string {
    const path = `${this.scope}/${name}`;
    this.#names.add(path);
    this.tensors.set(path, { shape, values });
    return path;
  }

  /** A constant without dimensions. */
  scalar(name: string, value: number): string {
    return this.store(name, [], Float32Array.of(value));
  }

  /** A list of whole numbers, as Reshape wants its shape. */
  integers(name: string, values: readonly number[]): string {
    return this.store(name, [values.length], BigInt64Array.from(values, BigInt));
  }

  /** The value with its features last, as TensorFlow.js has it. */
  channelsLast(value: OnnxValue): string {
    return value.channelsFirst ? this.#turn(value.name) : value.name;
  }

  /** A sequence with its features before time. */
  channelsFirst(value: OnnxValue): string {
    return value.channelsFirst ? value.name : this.#turn(value.name);
  }

  /** A name that no other value has. */
  claim(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#names.has(name); count++) name = `${wanted}_${count}`;
    this.#names.add(name);
    return name;
  }

  #turn(name: string): string {
    const turned = this.#turned.get(name) ?? this.add("Transpose", [name], { perm: [0, 2, 1] });
    this.#turned.set(name, turned);
    return turned;
  }
}
