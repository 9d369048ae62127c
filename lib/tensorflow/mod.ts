/**
 * TensorFlow's C library under TensorFlow.js: the backend, captured steps and fused kernels. Knows no ECG.
 *
 * @module
 */

// Starting it.
export {
  type BackendOptions,
  defaultThreads,
  startBackend,
  startWasmFrom,
} from "./start_backend.ts";
export type { TensorMetadata, Threads } from "./c_api/eager_context.ts";
export { currentBackend, startTensorflow, type TensorflowBackend } from "./backend.ts";

// A step as one TensorFlow function.
export { capture, type CapturedStep } from "./capture/capture.ts";
export { type Adam, type AdamOptions, createAdam } from "./adam.ts";
export { softmaxCrossEntropy } from "./fused/softmax_cross_entropy.ts";

// Applying a model within a step.
export type { LayerArguments } from "./fused/patch.ts";
export { applyInParts, type ApplyOptions } from "./capture/apply_in_parts.ts";
export { applyForLogits } from "./capture/logits.ts";
export { foldModel } from "./capture/fold_model.ts";

// Which kernels are in use on this processor.
export { type KernelName, kernelNames, unusedKernels } from "./kernels.ts";
export { keepKernelChoice } from "./kernel_choice.ts";
export { instructionSets, processorKind, widestInstructions } from "./processor.ts";
