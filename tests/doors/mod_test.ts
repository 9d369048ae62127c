import assert from "node:assert/strict";
import { join } from "node:path";
import * as door from "ecg-beats";

const root = join(import.meta.dirname!, "../..");

Deno.test("the one door has a namespace for each public room", () => {
  const { help, show, ...namespaces } = door;
  assert.deepEqual([typeof help, typeof show], ["function", "function"]);
  assert.deepEqual(Object.keys(namespaces).sort(), [
    "annotation",
    "beats",
    "evaluation",
    "figures",
    "metrics",
    "models",
    "notebook",
    "peaks",
    "random",
    "recordings",
    "records",
    "sweeps",
    "tensorflow",
    "training",
    "wandb",
  ]);
});

Deno.test("names in a namespace do not repeat what it says", () => {
  const repeated = Object.entries(door).flatMap(([namespace, names]) =>
    typeof names === "function"
      ? []
      : Object.keys(names).filter((name) =>
        namespace === "figures" && name.endsWith("Figure") ||
        namespace === "models" && name.endsWith("Model") ||
        namespace === "sweeps" && /Sweeps?$/.test(name)
      )
  );
  assert.deepEqual(repeated, []);
});

Deno.test("importing the one door does not evaluate TensorFlow.js", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", `await import("ecg-beats"); console.log(typeof globalThis._tfengine);`],
    cwd: root,
  }).output();
  assert.equal(new TextDecoder().decode(stdout).trim(), "undefined");
});

Deno.test("a function behind the one door loads what it needs", () => {
  const model = door.models.cnn({ filters: [4], kernels: [3] });
  assert.equal(typeof Reflect.get(globalThis, "_tfengine"), "object");
  assert.equal(model.outputs.length, 1);
  model.dispose();
});
