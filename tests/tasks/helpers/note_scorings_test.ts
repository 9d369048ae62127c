import assert from "node:assert/strict";
import { join } from "node:path";
import { type ModelConfig, scoreProbabilities } from "lib/evaluation/mod.ts";
import { noteScorings, scoringsFile } from "../../../lib/tasks/helpers/note_scorings.ts";
import { sampleFolder } from "../../evaluation/sample_folder.ts";

const evaluation = (synthetic: boolean) =>
  scoreProbabilities(Float32Array.of(1, 0, 1, 0), {
    role: "test",
    labels: Uint8Array.of(0, 1),
    source: { name: "two rows", synthetic },
  });
const scoring = (config: Partial<ModelConfig>, synthetic = false) => ({
  name: "cnn",
  split: "by patient, DS1 to DS2",
  config: { ...sampleFolder().config, commit: "0123abc", ...config },
  evaluation: evaluation(synthetic),
});
const date = new Date("2026-11-28");

Deno.test("noteScorings() writes a line for each model that was scored, and none for the same again", async () => {
  const directory = await Deno.makeTempDir();
  const log = () => Deno.readTextFile(join(directory, scoringsFile));
  await noteScorings(directory, [scoring({ seed: 0 }), scoring({ seed: 1 })], { date });
  const wanted = "date,model,seed,commit,split,rows,accuracy,macro-F1\n" +
    "2026-11-28,cnn,0,0123abc,by patient DS1 to DS2,2,0.5000,0.3333\n" +
    "2026-11-28,cnn,1,0123abc,by patient DS1 to DS2,2,0.5000,0.3333\n";
  assert.equal(await log(), wanted);
  await noteScorings(directory, [scoring({ seed: 1 })]);
  assert.equal(await log(), wanted);
  await noteScorings(directory, [scoring({ seed: 1, commit: "4567def" })], { date });
  assert.equal(
    await log(),
    `${wanted}2026-11-28,cnn,1,4567def,by patient DS1 to DS2,2,0.5000,0.3333\n`,
  );
  await Deno.remove(directory, { recursive: true });
});

Deno.test("noteScorings() notes nothing of synthetic rows", async () => {
  const directory = await Deno.makeTempDir();
  await noteScorings(directory, [scoring({}, true)]);
  assert.deepEqual([...Deno.readDirSync(directory)], []);
  await Deno.remove(directory, { recursive: true });
});
