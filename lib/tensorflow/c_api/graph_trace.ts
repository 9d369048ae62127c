import { type Attribute, graphSetters, int64s, setAttributes, type Setters } from "./attributes.ts";
import { dataTypes } from "./data_types.ts";
import type { EagerContext, TensorMetadata } from "./eager_context.ts";
import { cString } from "./c_string.ts";
import { bytesOf, checkStatus, type Library } from "./library.ts";
import { concatenate, type Node, outputStruct } from "./graph_node.ts";
import { listInputOf } from "./op_definition.ts";

type Pointer = Deno.PointerValue;

/** A finished function: call it with its arguments, then the captured tensors. */
export interface GraphFunction {
  name: string;
  /** Ids of live tensors that the function reads besides its arguments. */
  captured: number[];
  /** Graph operations. */
  operations: number;
}

/**
 * A graph under construction. Ops become operations; tensors made meanwhile become constants; live tensors
 * become inputs. Tensors of the graph have ids like live ones, but no values.
 */
export class GraphTrace {
  readonly #graph: Pointer;
  readonly #setters: Setters;
  readonly #nodes = new Map<number, Node>();
  readonly #literals = new Map<number, Pointer>();
  readonly #arguments: Node[] = [];
  readonly #inputs = new Map<number, { shape: number[]; dtype: number }>();
  readonly #captured = new Map<number, Node>();
  readonly #effects: Pointer[] = [];
  /** Of each resource what wrote to it last, and what has read it since. */
  readonly #uses = new Map<number, { written: Pointer[]; read: Pointer[] }>();
  #operations = 0;

  constructor(readonly context: EagerContext) {
    this.#graph = context.library.c.TF_NewGraph();
    this.#setters = graphSetters(context.library);
  }

  get #library(): Library {
    return this.context.library;
  }

  /** True for a tensor of this graph, which has no value to read. */
  has(id: number): boolean {
    if (this.#inputs.has(id)) return true;
    return this.#nodes.has(id) && !this.#captured.has(id) && !this.#literals.has(id);
  }

  /** Keeps a host tensor that was made while tracing: it becomes a constant where an op uses it. */
  addLiteral(id: number, tensor: Pointer): void {
    this.#literals.set(id, tensor);
  }

  /** An argument of the function. */
  addArgument(shape: number[], dtype: number): TensorMetadata {
    const node = this.#placeholder(shape, dtype);
    this.#arguments.push(node);
    return this.#describe(node);
  }

  /** A tensor that becomes an input of the function, a captured one, where an op uses it. */
  addInput(shape: number[], dtype: number): TensorMetadata {
    const id = this.context.newId();
    this.#inputs.set(id, { shape, dtype });
    return { id, shape, dtype };
  }

  /**
   * An op on tensors of the graph. Lengths that depend on values are -1 in the shapes. Ops on one resource run in
   * the order in which they were added, as far as one of them writes to it.
   */
  addOperation(name: string, attributes: Attribute[], inputs: number[]): TensorMetadata[] {
    const { c } = this.#library;
    const nodes = inputs.map((id) => this.#node(id));
    const uses = inputs.flatMap((id) => this.#uses.get(id) ?? []);
    const reads = name === "ReadVariableOp";
    const operation = this.#operation(name, (description) => {
      this.#addInputs(description, name, nodes);
      setAttributes(this.#setters, description, attributes);
      const before = uses.flatMap(({ written, read }) => reads ? written : [...written, ...read]);
      before.forEach((one) => c.TF_AddControlInput(description, one));
    });
    for (const use of uses) {
      if (reads) use.read.push(operation);
      else Object.assign(use, { written: [operation], read: [] });
    }
    const outputs = c.TF_OperationNumOutputs(operation);
    // An op without outputs is there for its effect: nothing else would make it run.
    if (outputs === 0) this.#effects.push(operation);
    return Array.from({ length: outputs }, (_, index) => this.#describe({ operation, index }));
  }

  /** States the shape of a tensor that TensorFlow cannot infer (a read resource). */
  setShape(id: number, shape: number[]): void {
    const { c, status } = this.#library;
    const node = outputStruct(this.#node(id));
    c.TF_GraphSetTensorShape(this.#graph, node, int64s(shape), shape.length, status);
    checkStatus(this.#library, "set a shape");
  }

  /** Lets the graph call a function. */
  addFunction(fn: Pointer): void {
    const { c, status } = this.#library;
    c.TF_GraphCopyFunction(this.#graph, fn, null, status); // a second time does nothing
    checkStatus(this.#library, "take a function into a graph");
  }

  /** Shape and TF_DataType of a tensor of the graph. */
  describe(id: number): { shape: number[]; dtype: number } {
    return this.#shapeAndType(this.#node(id));
  }

  /** Makes the graph a callable function of the context. */
  finish(name: string, results: number[]): GraphFunction {
    const fn = this.toFunction(name, results);
    this.context.addFunction(fn);
    this.#library.c.TF_DeleteFunction(fn);
    return { name, captured: this.captured, operations: this.#operations };
  }

  /** Ids of the live tensors that the graph reads besides its arguments. */
  get captured(): number[] {
    return [...this.#captured.keys()];
  }

  /** The graph as a TF_Function, which the caller frees. */
  toFunction(name: string, results: number[]): Pointer {
    const { c, status } = this.#library;
    const outputs = concatenate(results.map((id) => this.#node(id))); // may capture more
    const inputs = [...this.#arguments, ...this.#captured.values()];
    const effects = new BigUint64Array(
      this.#effects.map((effect) => BigInt(Deno.UnsafePointer.value(effect))),
    );
    const fn = c.TF_GraphToFunctionWithControlOutputs(
      this.#graph,
      cString(name),
      0,
      -1, // every operation of the graph
      null,
      inputs.length,
      concatenate(inputs),
      results.length,
      outputs,
      null,
      effects.length,
      bytesOf(effects),
      null,
      null,
      null,
      status,
    );
    checkStatus(this.#library, "make a function of the graph");
    return fn;
  }

  /** Frees the graph. */
  dispose(): void {
    const { c } = this.#library;
    for (const tensor of this.#literals.values()) c.TF_DeleteTensor(tensor);
    c.TF_DeleteGraph(this.#graph);
  }

  #operation(type: string, describe: (description: Pointer) => void): Pointer {
    const { c, status } = this.#library;
    const name = cString(`node_${this.#operations++}`);
    const description = c.TF_NewOperation(this.#graph, cString(type), name);
    describe(description);
    const operation = c.TF_FinishOperation(description, status);
    checkStatus(this.#library, `trace op ${type}`);
    return operation;
  }

  #placeholder(shape: number[] | undefined, dtype: number): Node {
    const { c } = this.#library;
    const operation = this.#operation("Placeholder", (description) => {
      c.TF_SetAttrType(description, cString("dtype"), dtype);
      if (shape) c.TF_SetAttrShape(description, cString("shape"), int64s(shape), shape.length);
    });
    return { operation, index: 0 };
  }

  /** The graph's node of a tensor: its own, a constant, or an input for a live tensor. */
  #node(id: number): Node {
    const known = this.#nodes.get(id);
    if (known) return known;
    const literal = this.#literals.get(id);
    const node = literal === undefined ? this.#capture(id) : this.#constant(literal, id);
    this.#nodes.set(id, node);
    return node;
  }

  #capture(id: number): Node {
    const { shape, dtype } = this.#inputs.get(id) ?? this.#live(id);
    const node = this.#placeholder(dtype === dataTypes.resource ? undefined : shape, dtype);
    this.#captured.set(id, node);
    if (dtype === dataTypes.resource) this.#uses.set(id, { written: [], read: [] });
    return node;
  }

  #live(id: number): { shape: number[]; dtype: number } {
    const { c, status } = this.#library;
    const handle = this.context.handle(id);
    const dimension = (_: unknown, i: number) => Number(c.TFE_TensorHandleDim(handle, i, status));
    const shape = Array.from({ length: c.TFE_TensorHandleNumDims(handle, status) }, dimension);
    return { shape, dtype: c.TFE_TensorHandleDataType(handle) };
  }

  #constant(tensor: Pointer, id: number): Node {
    const { c, status } = this.#library;
    const dtype = c.TFE_TensorHandleDataType(this.context.handle(id));
    const operation = this.#operation("Const", (description) => {
      c.TF_SetAttrTensor(description, cString("value"), tensor, status);
      checkStatus(this.#library, "set a constant");
      c.TF_SetAttrType(description, cString("dtype"), dtype);
    });
    return { operation, index: 0 };
  }

  #addInputs(description: Pointer, name: string, nodes: Node[]): void {
    const { c } = this.#library;
    const add = (node: Node) => c.TF_AddInput(description, outputStruct(node));
    const list = listInputOf(this.#library, this.#graph, name);
    if (!list) return nodes.forEach(add);
    const length = nodes.length - (list.inputs - 1);
    nodes.slice(0, list.position).forEach(add);
    const members = nodes.slice(list.position, list.position + length);
    c.TF_AddInputList(description, concatenate(members), length);
    nodes.slice(list.position + length).forEach(add);
  }

  #describe(node: Node): TensorMetadata {
    const id = this.context.newId();
    this.#nodes.set(id, node);
    return { id, ...this.#shapeAndType(node) };
  }

  #shapeAndType(node: Node): { shape: number[]; dtype: number } {
    const { c, status } = this.#library;
    const output = outputStruct(node);
    const rank = c.TF_GraphGetTensorNumDims(this.#graph, output, status);
    const lengths = new BigInt64Array(rank < 0 ? 1 : rank).fill(-1n);
    if (rank > 0) c.TF_GraphGetTensorShape(this.#graph, output, bytesOf(lengths), rank, status);
    checkStatus(this.#library, "infer a shape");
    return { shape: Array.from(lengths, Number), dtype: c.TF_OperationOutputType(output) };
  }
}
