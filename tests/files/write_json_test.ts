import assert from "node:assert/strict";
import { join } from "node:path";
import { writeJson } from "lib/files/mod.ts";

Deno.test("writeJson() replaces a file whole and leaves nothing beside it", async () => {
  const directory = await Deno.makeTempDir();
  const path = join(directory, "x.json");
  await writeJson(path, { a: 1 });
  await writeJson(path, { a: [2] });
  assert.deepEqual(JSON.parse(await Deno.readTextFile(path)), { a: [2] });
  assert.deepEqual([...Deno.readDirSync(directory)].map(({ name }) => name), ["x.json"]);
  await assert.rejects(writeJson(join(directory, "none", "x.json"), {}));
  await Deno.remove(directory, { recursive: true });
});
