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

Deno.test("replaceFile() leaves one whole file where several are written at once", async () => {
  const directory = await Deno.makeTempDir();
  const path = join(directory, "numbers");
  const writings = Array.from({ length: 8 }, (_, i) => new Uint8Array(100_000).fill(i));
  await Promise.all(writings.map((bytes) => replaceFile(path, bytes)));
  const found = await Deno.readFile(path);
  assert.deepEqual(found, writings[found[0]!]);
  assert.equal((await Array.fromAsync(Deno.readDir(directory))).length, 1);
  await Deno.remove(directory, { recursive: true });
});
