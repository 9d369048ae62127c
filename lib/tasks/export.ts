// deno task export DIR --onnx FILE [--folded | --int8 [--data DIR]]: writes a model as a file for ONNX Runtime and
// others: unchanged, with its normalization folded, or in 8-bit integers with ranges from training rows.
import { parseArgs } from "node:util";
import { replaceFile } from "lib/files/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx } from "./helpers/export_onnx.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(
      `${error.message}\n\nUsage: deno task export models/cnn --onnx FILE.onnx [--folded | --int8 [--data DIR]]`,
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
  if (directory === undefined || more.length > 0) throw new Error("Name one model's folder.");
  if (!onnx?.endsWith(".onnx")) {
    const found = onnx === undefined ? "no file" : `"${onnx}"`;
    throw new Error(`Cannot export ${directory}: wanted a name ending in ".onnx", found ${found}.`);
  }
  const { folded, int8, data } = options;
  if (int8 && folded) {
    throw new Error(
      `Cannot export ${directory}: wanted --folded or --int8, which folds too, found both.`,
    );
  }
  if (data !== undefined && !int8) {
    throw new Error(
      `Cannot export ${directory}: wanted --int8 with --data, whose rows it alone looks at, found none.`,
    );
  }
  await startBackend();
  const bytes = await exportOnnx(directory, options);
  await replaceFile(onnx, bytes);
  console.log(`${onnx}: ${Math.ceil(bytes.length / 1000).toLocaleString("en")} kB`);
}
