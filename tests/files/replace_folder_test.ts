import assert from "node:assert/strict";
import { join } from "node:path";
import { replaceFolder } from "lib/files/mod.ts";

Deno.test("replaceFolder() makes a folder and replaces it with all that is in it", async () => {
  const directory = await Deno.makeTempDir();
  const [path, write] = [join(directory, "a", "b"), (name: string) => (folder: string) => {
    return Deno.writeTextFile(join(folder, name), name);
  }];
  await replaceFolder(path, write("one"));
  await replaceFolder(path, write("two"));
  assert.deepEqual([...Deno.readDirSync(path)].map(({ name }) => name), ["two"]);
  assert.deepEqual([...Deno.readDirSync(join(directory, "a"))].map(({ name }) => name), ["b"]);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("replaceFolder() takes a path that ends in a slash", async () => {
  const room = await Deno.makeTempDir();
  await Deno.mkdir(join(room, "folder"));
  const fill = (folder: string) => Deno.writeTextFile(join(folder, "one"), "one");
  await replaceFolder(join(room, "folder") + "/", fill);
  assert.equal(await Deno.readTextFile(join(room, "folder", "one")), "one");
  assert.deepEqual([...Deno.readDirSync(room)].map(({ name }) => name), ["folder"]);
  await Deno.remove(room, { recursive: true });
});

Deno.test("replaceFolder() leaves what was there when the new folder cannot be filled", async () => {
  const room = await Deno.makeTempDir();
  const directory = join(room, "folder");
  await Deno.mkdir(directory);
  await Deno.writeTextFile(join(directory, "one"), "one");
  const failing = async (folder: string) => {
    await Deno.writeTextFile(join(folder, "two"), "two");
    throw new Error("no room");
  };
  await assert.rejects(replaceFolder(directory, failing), /no room/);
  assert.deepEqual([...Deno.readDirSync(directory)].map(({ name }) => name), ["one"]);
  assert.deepEqual([...Deno.readDirSync(room)].map(({ name }) => name), ["folder"]);
  await Deno.remove(room, { recursive: true });
});
