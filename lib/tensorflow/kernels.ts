/**
 * The kernels that replace TensorFlow's or TensorFlow.js's own and may be slower than those on another processor.
 * Dropout's is not among them, because without it a step cannot be captured.
 */
export const kernelNames = [
  "relu",
  "bias",
  "normalization",
  "maxPooling",
  "narrowConvolution",
  "filterGradient",
  "shortConvolution",
  "lstm",
  "gru",
  "loops",
  "parts",
] as const;

/** The name of a kernel that can be left out. */
export type KernelName = typeof kernelNames[number];

let unused: ReadonlySet<KernelName> = new Set();

/** Whether a kernel is in use in this process. */
export function usesKernel(name: KernelName): boolean {
  return !unused.has(name);
}

/** The kernels that are not in use in this process, in order. */
export function unusedKernels(): KernelName[] {
  return kernelNames.filter((name) => unused.has(name));
}

/**
 * States which kernels are not in use. It applies to steps that are captured from now on.
 *
 * @throws {Error} for an unknown name.
 */
export function leaveOutKernels(names: readonly string[]): void {
  const unknown = names.find((name) => !(kernelNames as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `Cannot leave out kernel "${unknown}": there are ${kernelNames.join(", ")}`,
    );
  }
  unused = new Set(names as KernelName[]);
}
