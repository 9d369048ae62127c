import nodeUtil from "node:util";
import defer * as tf from "@tensorflow/tfjs";
import { Binding } from "./c_api/binding.ts";
import { EagerContext, type TensorMetadata, type Threads } from "./c_api/eager_context.ts";
import { findLibrary, openLibrary } from "./c_api/library.ts";

/** The TensorFlow backend of TensorFlow.js, with the parts of it that capturing needs. */
export interface TensorflowBackend extends tf.KernelBackend {
  /**
   * What executes operations through TensorFlow's C library.
   *
   * @internal
   */
  binding: Binding;
  /** Numbers under which the binding knows the tensors; uploads values that still wait on the host. */
  getInputTensorIds(tensors: tf.TensorInfo[]): number[];
  /** A TensorFlow.js tensor for one of the binding. */
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
  /** The TF_DataType of a TensorFlow.js type. */
  getDTypeInteger(dtype: tf.DataType): number;
  /** Executes an operation. */
  executeMultipleOutputs(
    op: string,
    attributes: { name: string; type: number; value: unknown }[],
    inputs: tf.TensorInfo[],
    outputs: number,
  ): tf.Tensor[];
}

/**
 * Makes TensorFlow's C library, through the kernels of TensorFlow.js for Node, the backend of `tf`.
 * Threads are chosen here, once in a process.
 *
 * @throws {Error} when no library is found.
 */
export async function startTensorflow(threads: Threads): Promise<TensorflowBackend> {
  const started = currentBackend();
  if (started) return started;
  tf.enableProdMode(); // no advice to install another backend
  const directory = findLibrary();
  if (!directory) {
    throw new Error(
      "Cannot start TensorFlow: wanted its C library in .venv/tensorflow or TENSORFLOW_DIR, found none",
    );
  }
  const binding = new Binding(new EagerContext(openLibrary(directory), threads));
  const backend = await kernelBackend(binding);
  tf.registerBackend(backendName, () => backend, 3);
  await tf.setBackend(backendName);
  return backend;
}

/** The running TensorFlow backend; `undefined` when `tf` runs on another one. */
export function currentBackend(): TensorflowBackend | undefined {
  return tf.getBackend() === backendName ? tf.backend() as TensorflowBackend : undefined;
}

/** The name under which the Node kernels register themselves. */
const backendName = "tensorflow";

async function kernelBackend(binding: Binding): Promise<TensorflowBackend> {
  // The kernels call two functions that Node and Deno no longer have.
  const old = nodeUtil as unknown as Record<string, unknown>;
  old.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  old.isArray ??= Array.isArray;
  const { NodeJSKernelBackend } = await import(
    "@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js"
  );
  await import("@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js");
  const backend = new NodeJSKernelBackend(binding as never, "@tensorflow/tfjs-node-gpu");
  return backend as unknown as TensorflowBackend;
}
