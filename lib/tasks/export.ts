// deno task export DIR --onnx FILE [--folded | --int8 [--data DIR]]: a model's folder as a file that ONNX Runtime and
// others read: as it is, with its normalization folded, or with whole numbers of 8 bits by the ranges of training rows.
import { parseArgs } from "node:util";
import { replaceFile } from "lib/files/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "./helpers/export_onnx.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(
      `${error.message}\n\nUse: deno task export models/cnn --onnx FILE.onnx [--folded | --int8]`,
    );
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [directory, ...more], values: { onnx, ...options } } = parseArgs({
    allowPositionals: true,
    options: {
      onnx: { type: "string" },
      folded: { type: "boolean" },
      int8: { type: "boolean" },
      data: { type: "string" },
    },
  });
  if (directory === undefined || more.length > 0) throw new Error("Name the folder of one model.");
  if (!onnx?.endsWith(".onnx")) {
    const found = onnx === undefined ? "no file" : `"${onnx}"`;
    throw new Error(`Cannot export ${directory}: wanted a name ending in ".onnx", found ${found}.`);
  }
  await startBackend();
  const bytes = await exportOnnx(directory, options);
  await replaceFile(onnx, bytes);
  console.log(`${onnx}: ${Math.ceil(bytes.length / 1000).toLocaleString("en")} kB`);
}
