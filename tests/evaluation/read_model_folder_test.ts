import assert from "node:assert/strict";
import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { sampleFolder } from "./sample_folder.ts";

Deno.test("readModelFolder() reads what was written, with metrics and without", async () => {
  const folder = sampleFolder();
  const directory = await Deno.makeTempDir();
  await writeJson(join(directory, "config.json"), folder.config);
  await writeJson(join(directory, "history.json"), folder.history);
  assert.equal((await readModelFolder(directory)).metrics, undefined);
  await writeJson(join(directory, "metrics.json"), folder.metrics);
  assert.deepEqual(await readModelFolder(directory), folder);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("readModelFolder() names a file that is missing or damaged", async () => {
  const directory = await Deno.makeTempDir();
  await assert.rejects(readModelFolder(directory), /wanted config.json, found no such file/);
  await Deno.writeTextFile(join(directory, "config.json"), "{");
  await assert.rejects(readModelFolder(directory), /wanted config.json, found .*JSON/);
  await Deno.remove(directory, { recursive: true });
});
