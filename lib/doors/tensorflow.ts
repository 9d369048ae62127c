/**
 * TensorFlow: starting it, and what it computes with.
 *
 * @module
 */

// Call `start` before the first model is trained or predicts.
export {
  type BackendOptions,
  defaultThreads,
  startBackend as start,
  type Threads,
} from "lib/tensorflow/mod.ts";

// Which of the library's own kernels this processor does without, and why.
export { type KernelName, kernelNames, processorKind, unusedKernels } from "lib/tensorflow/mod.ts";
