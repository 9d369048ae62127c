import assert from "node:assert/strict";
import { join } from "node:path";
import { writeSyntheticRecords } from "lib/sources/mod.ts";
import { readOnnx } from "../models/onnx/read_onnx.ts";

const root = join(import.meta.dirname!, "..", "..");

async function runExport(...args: string[]) {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", join(root, "lib/tasks/export.ts"), ...args],
    cwd: root,
  });
  const { code, stdout, stderr } = await command.output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out: out!, error: error! };
}

Deno.test("deno task export writes an ONNX file and says how large it is", async () => {
  const directory = await Deno.makeTempDir();
  const path = join(directory, "gru.onnx");
  const { code, out, error } = await runExport("models/rnn_gru", "--onnx", path);
  assert.equal(code, 0, error);
  const { size } = await Deno.stat(path);
  assert.equal(out, `${path}: ${Math.ceil(size / 1000)} kB\n`);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("deno task export --folded writes a file without batch normalization", async () => {
  const directory = await Deno.makeTempDir();
  const path = join(directory, "cnn.onnx");
  const { code, error } = await runExport("models/cnn", "--onnx", path, "--folded");
  assert.equal(code, 0, error);
  const operators = readOnnx(await Deno.readFile(path)).nodes.map(({ operator }) => operator);
  assert.equal(operators.filter((operator) => operator === "Conv").length, 3);
  assert.ok(!operators.includes("BatchNormalization") && !operators.includes("Mul"));
  await Deno.remove(directory, { recursive: true });
});

Deno.test("deno task export --int8 refuses rows that the model was not trained on", async () => {
  const directory = await Deno.makeTempDir();
  await writeSyntheticRecords(directory, { duration: 120 });
  const options = ["--onnx", join(directory, "cnn.onnx"), "--int8", "--data", directory];
  const { code, error } = await runExport("models/cnn", ...options);
  assert.equal(code, 1);
  assert.match(
    error,
    /^Cannot quantize models\/cnn: wanted the rows that it was trained on, of MIT-BIH/m,
  );
  await Deno.remove(directory, { recursive: true });
});

Deno.test("deno task export ends with one sentence where something is missing", async () => {
  const cases: [string[], RegExp][] = [
    [[], /^Name one model's folder\./],
    [["models/cnn"], /^Cannot export models\/cnn: wanted a name ending in "\.onnx", found no file/],
    [["models/cnn", "--onnx", "README.md"], /found "README\.md"/],
    [
      ["models/cnn", "--onnx", "cnn.onnx", "--data", "."],
      /^Cannot export models\/cnn: wanted --int8 with --data, .* found none/,
    ],
    [
      ["models/cnn", "--onnx", "cnn.onnx", "--int8", "--folded"],
      /^Cannot export models\/cnn: wanted --folded or --int8, .* found both/,
    ],
    [["models/none", "--onnx", "none.onnx"], /^Cannot read a model's folder "models\/none"/],
  ];
  for (const [args, message] of cases) {
    const { code, error } = await runExport(...args);
    assert.equal(code, 1);
    assert.match(error, message);
    assert.match(
      error,
      /\n\nUsage: deno task export models\/cnn --onnx FILE\.onnx \[--folded \| --int8 \[--data DIR\]\]\n$/,
    );
  }
});
