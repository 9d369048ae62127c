import defer * as tf from "@tensorflow/tfjs";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { fuseDropout } from "../fused/dropout.ts";
import { registerConv2DBackpropFilter } from "./conv2d_backprop_filter.ts";

/** Options of {@linkcode startWasm}. */
export interface WasmOptions {
  /**
   * The bytes of `tfjs-backend-wasm-simd.wasm`, for where there are no files and no network; by default they are read
   * from the package.
   */
  binary?: Uint8Array<ArrayBuffer>;
}

/**
 * Makes WebAssembly the backend of `tf`, with the one kernel that training a CNN needs besides its own, and dropout
 * that repeats.
 *
 * @throws {Error} where the binary is given and this engine lacks the SIMD instructions that it needs.
 */
export async function startWasm({ binary }: WasmOptions = {}): Promise<void> {
  tf.enableProdMode(); // no advice to install another backend
  if (binary) await giveBinary(binary);
  else setWasmPaths(await packageFolder());
  setThreadsCount(1); // threads need a browser's workers
  registerConv2DBackpropFilter();
  fuseDropout();
  await tf.setBackend("wasm");
}

async function packageFolder(): Promise<string> {
  const { createRequire } = await import("node:module");
  const { dirname } = await import("node:path");
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  return `${dirname(main)}/`;
}

/** Whatever the backend asks its platform to fetch is the binary: without threads it asks for nothing else. */
async function giveBinary(binary: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")) {
    throw new Error(
      "Cannot start WebAssembly: wanted an engine with its SIMD instructions, found one without",
    );
  }
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.env().platform = Object.create(tf.env().platform, {
    fetch: { value: () => Promise.resolve(new Response(binary)) },
  });
  setWasmPaths("./", true);
}
