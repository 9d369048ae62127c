import assert from "node:assert/strict";

/** Starts a backend in a process of its own, as a program would. */
async function start(env: Record<string, string>) {
  const program = `
    import * as tf from "@tensorflow/tfjs";
    import { startBackend } from "lib/tensorflow/mod.ts";
    const name = await startBackend();
    console.log(name, tf.getBackend(), tf.ones([3]).sum().dataSync()[0]);
  `;
  const file = await Deno.makeTempFile({ dir: import.meta.dirname!, suffix: ".ts" });
  try {
    await Deno.writeTextFile(file, program);
    const args = ["run", "-A", "--no-check", file];
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, env }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { output: text(stdout).trim(), errors: text(stderr).trim() };
  } finally {
    await Deno.remove(file);
  }
}

for (const value of ["0", "1"]) {
  Deno.test(`startBackend() starts TensorFlow and prints nothing with TF_ENABLE_ONEDNN_OPTS=${value}`, async () => {
    const env = { TF_ENABLE_ONEDNN_OPTS: value };
    assert.deepEqual(await start(env), { output: "tensorflow tensorflow 3", errors: "" });
  });
}

Deno.test("TF_CPP_MIN_LOG_LEVEL=0 lets TensorFlow say what it does", async () => {
  const { errors } = await start({ TF_ENABLE_ONEDNN_OPTS: "1", TF_CPP_MIN_LOG_LEVEL: "0" });
  assert.match(errors, /oneDNN/);
});

Deno.test("ECG_BACKEND=wasm starts WebAssembly and one line says that it is slower and why", async () => {
  const { output, errors } = await start({ ECG_BACKEND: "wasm" });
  assert.equal(output, "wasm wasm 3");
  assert.match(errors, /^Computing with WebAssembly .* slower .*: ECG_BACKEND=wasm is set\.$/);
});

Deno.test("another ECG_BACKEND is an error", async () => {
  const { errors } = await start({ ECG_BACKEND: "cuda" });
  assert.match(errors, /ECG_BACKEND must be tensorflow or wasm but is cuda/);
});
