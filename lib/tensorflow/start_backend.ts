import defer * as tf from "@tensorflow/tfjs";
import { currentBackend, startTensorflow } from "./backend.ts";
import type { Threads } from "./c_api/eager_context.ts";
import { installFusedKernels } from "./fused/mod.ts";
import { keepFrozenStatistics } from "./fused/normalization/frozen_normalization.ts";
import { measuredLosers } from "./kernel_choice.ts";
import type { KernelName } from "./kernels.ts";
import { findLibrary } from "./c_api/library.ts";

/** Which backend to run on, and with how many threads. */
export interface BackendOptions {
  /** TensorFlow's threads; {@linkcode defaultThreads} otherwise. */
  threads?: Threads;
  /** Kernels to do without; by default {@linkcode measuredLosers}. */
  unusedKernels?: readonly KernelName[];
  /** Says why a slower backend was chosen; the console's error stream by default. */
  warn?: (line: string) => void;
}

/**
 * Starts the fastest backend there is: TensorFlow's C library with fused kernels, else WebAssembly (also where
 * the environment says `ECG_BACKEND=wasm`). A backend that runs already is kept.
 *
 * @returns the backend's name in TensorFlow.js.
 */
export async function startBackend(options: BackendOptions = {}): Promise<"tensorflow" | "wasm"> {
  const { threads = defaultThreads(), unusedKernels, warn = console.error } = options;
  if (currentBackend()) return "tensorflow";
  const chosen = Deno.env.get("ECG_BACKEND") ?? "tensorflow";
  if (chosen !== "tensorflow" && chosen !== "wasm") {
    throw new Error(
      `Cannot start a backend: ECG_BACKEND must be tensorflow or wasm but is ${chosen}`,
    );
  }
  if (chosen === "tensorflow" && findLibrary()) {
    await startTensorflow(threads);
    installFusedKernels(unusedKernels ?? measuredLosers());
    return "tensorflow";
  }
  if (tf.getBackend() !== "wasm") {
    warn(
      `Computing with WebAssembly on one thread, many times slower than TensorFlow: ${
        chosen === "wasm" ? "ECG_BACKEND=wasm is set" : "TensorFlow's C library is not there"
      }.`,
    );
    const { startWasm } = await import("./wasm/start_wasm.ts");
    await startWasm();
    keepFrozenStatistics();
  }
  return "wasm";
}

/**
 * One thread in each op and one op a core: the small ops of a captured step lose more at the barriers of a
 * shared op than they gain by sharing it. `ECG_THREADS` says how many cores there are to use, as a sweep does
 * for trials that run side by side.
 */
export function defaultThreads(): Threads {
  const given = Deno.env.get("ECG_THREADS");
  if (given !== undefined && !(Number(given) >= 1)) {
    throw new Error(`Cannot choose threads: ECG_THREADS must be a number from 1 but is "${given}"`);
  }
  const cores = Math.floor(Number(given ?? Math.min(navigator.hardwareConcurrency, 8)));
  return { intra: 1, inter: cores };
}

/**
 * Starts the WebAssembly backend from its bytes, for a page that carries them and may not use a network.
 *
 * @param binary `tfjs-backend-wasm-simd.wasm` of the package `@tensorflow/tfjs-backend-wasm`.
 */
export async function startWasmFrom(binary: Uint8Array<ArrayBuffer>): Promise<void> {
  const { startWasm } = await import("./wasm/start_wasm.ts");
  await startWasm({ binary });
}
