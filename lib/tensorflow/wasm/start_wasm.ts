import { createRequire } from "node:module";
import { dirname } from "node:path";
import defer * as tf from "@tensorflow/tfjs";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { fuseDropout } from "../fused/dropout.ts";
import { registerConv2DBackpropFilter } from "./conv2d_backprop_filter.ts";

/** Makes WebAssembly the backend of `tf`, with the one kernel that training a CNN needs besides its own,
 * and dropout that repeats. */
export async function startWasm(): Promise<void> {
  tf.enableProdMode(); // no advice to install another backend
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${dirname(main)}/`);
  setThreadsCount(1); // threads need a browser's workers
  registerConv2DBackpropFilter();
  fuseDropout();
  await tf.setBackend("wasm");
}
