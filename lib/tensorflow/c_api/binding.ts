import type { Attribute } from "./attributes.ts";
import { callCompiled, type CompiledFunction, compileGraph } from "./compiled_function.ts";
import { attributeTypes, dataTypes } from "./data_types.ts";
import type { EagerContext, TensorMetadata } from "./eager_context.ts";
import { type GraphFunction, GraphTrace } from "./graph_trace.ts";
import { type HostValues, newTensor, readTensor } from "./host_tensor.ts";

/**
 * What the kernels of TensorFlow.js for Node ask of a native add-on (their `TFJSBinding`), on TensorFlow's
 * C library. Between {@linkcode beginTrace} and {@linkcode endTrace} ops are not run but added to a graph.
 */
export class Binding {
  readonly TF_FLOAT = dataTypes.float32;
  readonly TF_INT32 = dataTypes.int32;
  readonly TF_UINT8 = dataTypes.uint8;
  readonly TF_STRING = dataTypes.string;
  readonly TF_COMPLEX64 = dataTypes.complex64;
  readonly TF_INT64 = dataTypes.int64;
  readonly TF_BOOL = dataTypes.bool;
  readonly TF_RESOURCE = dataTypes.resource;
  readonly TF_ATTR_STRING = attributeTypes.string;
  readonly TF_ATTR_INT = attributeTypes.int;
  readonly TF_ATTR_FLOAT = attributeTypes.float;
  readonly TF_ATTR_BOOL = attributeTypes.bool;
  readonly TF_ATTR_TYPE = attributeTypes.type;
  readonly TF_ATTR_SHAPE = attributeTypes.shape;
  readonly TF_ATTR_RESOURCE = 99; // only TensorBoard's kernels ask for it
  readonly TF_Version: string;
  /** The graph that is being built, last, and those that wait for it. */
  readonly #traces: GraphTrace[] = [];

  constructor(readonly context: EagerContext) {
    this.TF_Version = context.library.version;
  }

  get tracing(): boolean {
    return this.#traces.length > 0;
  }

  get #trace(): GraphTrace | undefined {
    return this.#traces.at(-1);
  }

  createTensor(shape: number[], dtype: number, values: HostValues): number {
    const { library } = this.context;
    const tensor = newTensor(library, shape, dtype, values);
    const { id } = this.context.adoptTensor(tensor);
    if (this.#trace) this.#trace.addLiteral(id, tensor);
    else library.c.TF_DeleteTensor(tensor);
    return id;
  }

  deleteTensor(id: number): void {
    this.context.delete(id);
  }

  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array {
    if (this.isRecorded(id)) {
      throw new Error(
        "Cannot read a tensor's value while a step is captured: it has none until the step runs",
      );
    }
    return readTensor(this.context.library, this.context.handle(id));
  }

  executeOp(
    name: string,
    attributes: Attribute[],
    inputs: number[],
    outputs: number,
  ): TensorMetadata[] {
    if (!this.#trace) return this.context.execute(name, attributes, inputs, outputs);
    const results = this.#trace.addOperation(name, attributes, inputs);
    // Later outputs may be scratch space, whose shape nobody asks for.
    const shape = results[0]?.shape ?? [];
    if (shape.every((length) => length >= 0)) return results;
    throw new Error(
      `Cannot capture op ${name}: its shape must not depend on values but is [${shape}]`,
    );
  }

  /** A resource variable's value, whose shape TensorFlow cannot know while tracing. */
  readResource(resource: number, shape: number[]): TensorMetadata {
    const attributes = [{ name: "dtype", type: attributeTypes.type, value: dataTypes.float32 }];
    if (!this.#trace) return this.context.execute("ReadVariableOp", attributes, [resource], 1)[0]!;
    const [value] = this.#trace.addOperation("ReadVariableOp", attributes, [resource]);
    this.#trace.setShape(value!.id, shape);
    return { ...value!, shape };
  }

  /** True for a tensor of the graph that is being built, which has no value. */
  isRecorded(id: number): boolean {
    return this.#traces.some((trace) => trace.has(id));
  }

  /** From now on ops build a graph. */
  beginTrace(): void {
    if (this.tracing) throw new Error("Cannot capture a step while another one is being captured");
    this.#traces.push(new GraphTrace(this.context));
  }

  /** Records `build`, which tells its arguments' and results' ids, as a function that graphs can call. */
  compile(
    name: string,
    build: () => { arguments: number[]; results: number[] },
  ): CompiledFunction {
    const depth = this.#traces.push(new GraphTrace(this.context));
    try {
      return compileGraph(this.#currentTrace(), name, build());
    } finally {
      while (this.#traces.length >= depth) this.#traces.pop()!.dispose();
    }
  }

  /** Adds a call of a compiled function to the graph that is being built. */
  call(fn: CompiledFunction, inputs: number[]): TensorMetadata[] {
    return callCompiled(this.#currentTrace(), fn, inputs);
  }

  addArgument(shape: number[], dtype: number): TensorMetadata {
    return this.#currentTrace().addArgument(shape, dtype);
  }

  /** A tensor of the graph that is an input of the function if an op uses it. */
  addInput(shape: number[], dtype: number): TensorMetadata {
    return this.#currentTrace().addInput(shape, dtype);
  }

  /** Makes the graph a function that returns `results`, and runs ops again from now on. */
  endTrace(name: string, results: number[]): GraphFunction {
    try {
      return this.#currentTrace().finish(name, results);
    } finally {
      this.abortTrace();
    }
  }

  /** Drops the graph, if there is one, and runs ops again from now on. */
  abortTrace(): void {
    this.#traces.pop()?.dispose();
  }

  loadSavedModel(): never {
    throw new Error("Cannot load a SavedModel: only layers models are supported");
  }
  runSavedModel(): never {
    return this.loadSavedModel();
  }
  deleteSavedModel(): void {}
  getNumOfSavedModels(): number {
    return 0;
  }
  getNumOfTensors(): number {
    return this.context.size;
  }
  isUsingGpuDevice(): boolean {
    return this.context.usesGpu;
  }

  #currentTrace(): GraphTrace {
    if (!this.#trace) throw new Error("Cannot go on with a capture: none was begun");
    return this.#trace;
  }
}
