import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as tf from "@tensorflow/tfjs";
import { type Doubt, readModelFolder } from "lib/evaluation/mod.ts";
import { parseModel } from "lib/models/mod.ts";
import { startWasmFrom } from "lib/tensorflow/mod.ts";

const folder = join(import.meta.dirname!, "../../models/cnn_by_patient");

/** A published model as the page's worker has it: from bytes, on WebAssembly that is given as bytes, with its doubt. */
export async function carriedModel(): Promise<{ model: tf.LayersModel; doubt: Doubt }> {
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  await startWasmFrom(await Deno.readFile(join(dirname(main), "tfjs-backend-wasm-simd.wasm")));
  const description = await Deno.readTextFile(join(folder, "model.json"));
  const model = await parseModel(description, await Deno.readFile(join(folder, "weights.bin")));
  return { model, doubt: (await readModelFolder(folder)).metrics!.doubt! };
}
