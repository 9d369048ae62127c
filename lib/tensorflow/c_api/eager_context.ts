import { type Attribute, eagerSetters, setAttributes, type Setters } from "./attributes.ts";
import { cString } from "./c_string.ts";
import { bytesOf, checkStatus, type Library, readString } from "./library.ts";

type Pointer = Deno.PointerValue;

/** How many ops run at once and how many threads one op may use. */
export interface Threads {
  /** Threads inside one op. */
  intra: number;
  /** Ops that run side by side. */
  inter: number;
}

/** Shape, TF_DataType and the number under which a tensor is known. */
export interface TensorMetadata {
  /** The number under which the binding knows it. */
  id: number;
  /** Length along each axis. */
  shape: number[];
  /** The TF_DataType. */
  dtype: number;
}

const mostOutputs = 1024;

/** TensorFlow's eager runtime: live tensors by number, ops executed as they come. */
export class EagerContext {
  readonly usesGpu: boolean;
  readonly #context: Pointer;
  readonly #handles = new Map<number, Pointer>();
  readonly #setters: Setters;
  readonly #outputs = new BigUint64Array(mostOutputs);
  readonly #outputCount = new Int32Array(1);
  /** One op object is reset and used again: cheaper than a new one each time. */
  #op: Pointer = null;
  #nextId = 1;

  constructor(readonly library: Library, threads: Threads) {
    const { c, status } = library;
    const options = c.TFE_NewContextOptions();
    const config = threadConfiguration(threads);
    c.TFE_ContextOptionsSetConfig(options, config, BigInt(config.length), status);
    checkStatus(library, "set its threads");
    this.#context = c.TFE_NewContext(options, status);
    checkStatus(library, "start");
    c.TFE_DeleteContextOptions(options);
    this.#setters = eagerSetters(library);
    this.usesGpu = this.#deviceTypes().includes("GPU");
  }

  /** Live tensors. */
  get size(): number {
    return this.#handles.size;
  }

  /** A number no other tensor has. */
  newId(): number {
    return this.#nextId++;
  }

  /** Takes over a handle under a new number. */
  adopt(handle: Pointer): TensorMetadata {
    const { c, status } = this.library;
    const rank = c.TFE_TensorHandleNumDims(handle, status);
    const shape = new Array<number>(Math.max(rank, 0));
    for (let i = 0; i < rank; i++) shape[i] = Number(c.TFE_TensorHandleDim(handle, i, status));
    const id = this.newId();
    this.#handles.set(id, handle);
    return { id, shape, dtype: c.TFE_TensorHandleDataType(handle) };
  }

  /** Takes over a host tensor (the caller still deletes it) under a new number. */
  adoptTensor(tensor: Pointer): TensorMetadata {
    const handle = this.library.c.TFE_NewTensorHandle(tensor, this.library.status);
    checkStatus(this.library, "take a tensor");
    return this.adopt(handle);
  }

  handle(id: number): Pointer {
    const handle = this.#handles.get(id);
    if (handle === undefined) throw new Error(`Cannot use tensor ${id}: it is not alive`);
    return handle;
  }

  /** A second handle on the same memory, which lives on when the first is deleted. */
  share(id: number): number {
    const copy = this.library.c.TFE_TensorHandleCopySharingTensor(
      this.handle(id),
      this.library.status,
    );
    checkStatus(this.library, "share a tensor");
    return this.adopt(copy).id;
  }

  delete(id: number): void {
    const handle = this.#handles.get(id);
    if (handle === undefined) return;
    this.library.c.TFE_DeleteTensorHandle(handle);
    this.#handles.delete(id);
  }

  /** Runs an op, or a function that was added, and adopts its outputs. */
  execute(
    name: string,
    attributes: Attribute[],
    inputs: number[],
    outputs: number,
  ): TensorMetadata[] {
    this.#start(name);
    const { c, status } = this.library;
    for (const id of inputs) c.TFE_OpAddInput(this.#op, this.handle(id), status);
    checkStatus(this.library, `add the inputs of ${name}`);
    setAttributes(this.#setters, this.#op, attributes);
    if (outputs > mostOutputs) {
      throw new Error(`Cannot run ${name}: at most ${mostOutputs} outputs, found ${outputs}`);
    }
    this.#outputCount[0] = outputs;
    c.TFE_Execute(this.#op, bytesOf(this.#outputs), bytesOf(this.#outputCount), status);
    checkStatus(this.library, `run ${name}`);
    return Array.from(
      { length: this.#outputCount[0]! },
      (_, i) => this.adopt(Deno.UnsafePointer.create(this.#outputs[i]!)),
    );
  }

  /** Makes a graph function callable by its name. */
  addFunction(fn: Pointer): void {
    this.library.c.TFE_ContextAddFunction(this.#context, fn, this.library.status);
    checkStatus(this.library, "add a function");
  }

  removeFunction(name: string): void {
    // The op object may still hold the function that ran last.
    this.#start("NoOp");
    const { c, status } = this.library;
    c.TFE_ContextRemoveFunction(this.#context, cString(name), status);
    checkStatus(this.library, `remove ${name}`);
  }

  #start(name: string): void {
    const { c, status } = this.library;
    if (this.#op === null) this.#op = c.TFE_NewOp(this.#context, cString(name), status);
    else c.TFE_OpReset(this.#op, cString(name), null, status);
    checkStatus(this.library, `find op ${name}`);
  }

  #deviceTypes(): string[] {
    const { c, status } = this.library;
    const list = c.TFE_ContextListDevices(this.#context, status);
    checkStatus(this.library, "list its devices");
    const types = Array.from(
      { length: c.TF_DeviceListCount(list) },
      (_, i) => readString(c.TF_DeviceListType(list, i, status)),
    );
    c.TF_DeleteDeviceList(list);
    return types;
  }
}

/** ConfigProto { intra_op_parallelism_threads (field 2), inter_op_parallelism_threads (field 5) }. */
function threadConfiguration({ intra, inter }: Threads): Uint8Array<ArrayBuffer> {
  for (const [name, count] of Object.entries({ intra, inter })) {
    if (!Number.isInteger(count) || count < 1 || count > 127) {
      throw new Error(`Cannot set threads: ${name} must be 1 to 127 but is ${count}`);
    }
  }
  return new Uint8Array([2 << 3, intra, 5 << 3, inter]);
}
