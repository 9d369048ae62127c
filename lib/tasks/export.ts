// deno task export DIR --onnx FILE: a model's folder as a file that ONNX Runtime and others read.
import { parseArgs } from "node:util";
import { replaceFile } from "lib/files/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "./helpers/export_onnx.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUse: deno task export models/cnn --onnx FILE.onnx`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [directory, ...more], values: { onnx } } = parseArgs({
    allowPositionals: true,
    options: { onnx: { type: "string" } },
  });
  if (directory === undefined || more.length > 0) throw new Error("Name the folder of one model.");
  if (!onnx?.endsWith(".onnx")) {
    const found = onnx === undefined ? "no file" : `"${onnx}"`;
    throw new Error(`Cannot export ${directory}: wanted a name ending in ".onnx", found ${found}.`);
  }
  await startBackend();
  const bytes = await exportOnnx(directory);
  await replaceFile(onnx, bytes);
  console.log(`${onnx}: ${Math.ceil(bytes.length / 1000).toLocaleString("en")} kB`);
}
