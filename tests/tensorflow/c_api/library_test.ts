import assert from "node:assert/strict";
import { join } from "node:path";
import { cString } from "lib/tensorflow/c_api/c_string.ts";
import { checkStatus, findLibrary, openLibrary } from "lib/tensorflow/c_api/library.ts";

Deno.test("findLibrary() names what is missing in TENSORFLOW_DIR", () => {
  const before = Deno.env.get("TENSORFLOW_DIR");
  const directory = Deno.makeTempDirSync();
  Deno.env.set("TENSORFLOW_DIR", directory);
  try {
    assert.throws(findLibrary, /wanted libtensorflow_framework.*and libtensorflow_cc.* in "/);
  } finally {
    if (before === undefined) Deno.env.delete("TENSORFLOW_DIR");
    else Deno.env.set("TENSORFLOW_DIR", before);
    Deno.removeSync(directory);
  }
});

Deno.test("openLibrary() opens TensorFlow 2 and its errors carry TensorFlow's own words", () => {
  const library = openLibrary(findLibrary()!);
  assert.match(library.version, /^2\.\d+\.\d+/);
  const { c, status } = library;
  const graph = c.TF_NewGraph();
  const operation = c.TF_NewOperation(graph, cString("NoSuchOp"), cString("x"));
  c.TF_FinishOperation(operation, status);
  assert.throws(
    () => checkStatus(library, "make an op"),
    /TensorFlow cannot make an op: .*NoSuchOp/,
  );
});

Deno.test("a worker that ends does not take TensorFlow with it", async () => {
  const code = `
    import { findLibrary, openLibrary } from "lib/tensorflow/c_api/library.ts";
    self.postMessage(openLibrary(findLibrary()!).version);
  `;
  const path = join(import.meta.dirname!, `worker_${Deno.pid}.ts`);
  await Deno.writeTextFile(path, code);
  try {
    for (let i = 0; i < 2; i++) {
      const worker = new Worker(`file://${path}`, { type: "module" });
      const { data } = await new Promise<MessageEvent>((resolve) => worker.onmessage = resolve);
      worker.terminate();
      assert.match(data, /^2\./);
    }
  } finally {
    await Deno.remove(path);
  }
});
