import assert from "node:assert/strict";
import { join } from "node:path";
import { replaceFile } from "lib/files/mod.ts";

Deno.test("replaceFile() writes a new file or over an old one and leaves nothing else", async () => {
  const directory = await Deno.makeTempDir();
  const path = join(directory, "note.txt");
  for (const text of ["a longer text", "short"]) {
    await replaceFile(path, text);
    assert.equal(await Deno.readTextFile(path), text);
  }
  assert.equal((await Array.fromAsync(Deno.readDir(directory))).length, 1);
  await Deno.remove(directory, { recursive: true });
});
