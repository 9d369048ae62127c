import assert from "node:assert/strict";
import { join } from "node:path";
import { readModelFolders } from "lib/evaluation/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { sampleFolder } from "./sample_folder.ts";

Deno.test("readModelFolders() reads every folder with a configuration, by name", async () => {
  const { config, history, metrics } = sampleFolder();
  const directory = await Deno.makeTempDir();
  for (const name of ["rnn", "cnn"]) {
    await Deno.mkdir(join(directory, name));
    await writeJson(join(directory, name, "config.json"), config);
    await writeJson(join(directory, name, "history.json"), history);
  }
  await writeJson(join(directory, "cnn", "metrics.json"), metrics);
  await Deno.mkdir(join(directory, "empty"));
  await Deno.writeTextFile(join(directory, "README.md"), "no folder");
  assert.deepEqual(await readModelFolders(directory), [
    { name: "cnn", config, history, metrics },
    { name: "rnn", config, history, metrics: undefined },
  ]);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("readModelFolders() finds none where there is no directory", async () => {
  assert.deepEqual(await readModelFolders("no/such/directory"), []);
});
