import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { libraryDoors } from "lib/tasks/helpers/pack/library_doors.ts";

const root = join(import.meta.dirname!, "../..");

/** Types of TensorFlow.js and Plotly, which those document. */
const typesOfPackages = new Set(
  ("Data DataType Frame KernelBackend LayersModel Layout LayoutAxis Scalar Tensor TensorInfo " +
    "Variable").split(" "),
);

Deno.test("every export of the rooms' doors is documented", async () => {
  const doors = libraryDoors(join(root, "lib")).map(({ path }) => `lib/${path}`);
  assert.ok(doors.length > 15);
  assert.deepEqual(await undocumented(doors), []);
});

Deno.test("every export of the one door is documented, with the types that it names", async () => {
  const names = readdirSync(join(root, "lib/doors")).map((name) => `lib/doors/${name}`);
  assert.deepEqual(await undocumented(["lib/mod.ts", ...names]), []);
});

/** What `deno doc --lint` finds, but for types of packages: "message (file)". */
async function undocumented(doors: readonly string[]): Promise<string[]> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--lint", ...doors],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(stderr);
  const found = [...text.matchAll(/^error\[[\w-]+\]: (.*)\n\s+--> (.*)$/gm)]
    .map(([, message, place]) => ({ message: message!, place: place! }));
  assert.ok(success || found.length > 0, text);
  return found.filter(({ message }) => {
    const type = message.match(/references private type '(\w+)'/)?.[1];
    return type === undefined || !typesOfPackages.has(type);
  }).map(({ message, place }) => `${message} (${place})`);
}
