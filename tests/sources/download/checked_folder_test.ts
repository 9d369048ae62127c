import assert from "node:assert/strict";
import { join } from "node:path";
import { isCheckedFolder, noteCheckedFolder } from "lib/sources/download/checked_folder.ts";

const files = { files: ["a", "b"] };

Deno.test("isCheckedFolder() believes the note as long as edition and sizes are the same", async () => {
  const directory = await Deno.makeTempDir();
  for (const name of files.files) await Deno.writeTextFile(join(directory, name), name);
  assert.equal(await isCheckedFolder(directory, "1", files), false);
  await noteCheckedFolder(directory, "1", files);
  assert.equal(await isCheckedFolder(directory, "1", files), true);
  assert.equal(await isCheckedFolder(directory, "2", files), false);
  assert.equal(await isCheckedFolder(directory, "1", { files: ["a", "b", "c"] }), false);
  await Deno.writeTextFile(join(directory, "b"), "longer");
  assert.equal(await isCheckedFolder(directory, "1", files), false);
  await Deno.writeTextFile(join(directory, "b"), "b");
  await Deno.truncate(join(directory, "checked.json"), 10);
  assert.equal(await isCheckedFolder(directory, "1", files), false);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("noteCheckedFolder() refuses to note a file that is not there", async () => {
  const directory = await Deno.makeTempDir();
  await assert.rejects(noteCheckedFolder(directory, "1", files), Deno.errors.NotFound);
  await Deno.remove(directory, { recursive: true });
});
