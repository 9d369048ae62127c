// deno task folds RECIPE ...: trains a model for each fold of the patients of DS1, so that settings can be chosen
// without DS2. With --store, the result is stored in models/folds.
import { join } from "node:path";
import { ds1, mitBihSource, patientOf } from "lib/beats/mod.ts";
import { foldScores, type StoredFolds } from "lib/evaluation/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { noteFolds } from "./helpers/folds/note_folds.ts";
import { foldsArguments, foldsUsage } from "./helpers/folds/folds_arguments.ts";
import { loadBeats } from "./helpers/load_dataset.ts";
import { projectCommit } from "./helpers/project_commit.ts";
import { readMore } from "./helpers/read_more.ts";
import { runFolds } from "./helpers/folds/run_folds.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUsage: ${foldsUsage}`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { recipe, family, config, data, more, seeds, store, ...args } = foldsArguments(Deno.args);
  const commit = projectCommit();
  const { beats: all, source } = await loadBeats({ ...config, data });
  const isMitBih = source.name === mitBihSource.name;
  const beats = all.filter(({ record, label }) => label < 4 && (!isMitBih || ds1.includes(record)));
  const patients = new Set(beats.map(({ record }) => patientOf(record))).size;
  const folds = args.folds === "all" ? patients : args.folds ?? Math.min(8, patients);
  await startBackend();
  const predictions = await runFolds(beats, {
    family,
    config,
    source,
    folds,
    seeds,
    more: await readMore(more, config),
    onFold: ({ name, seed, bestEpoch, seconds }) =>
      console.log(`${name}, seed ${seed}: best epoch ${bestEpoch}, ${seconds.toFixed(0)} s`),
  });
  const { limit: _, ...settings } = { ...config, ...(more.length > 0 ? { more } : {}) };
  const stored: StoredFolds = { recipe, config: settings, folds, source, commit, ...predictions };
  const scores = foldScores(stored);
  for (const line of scores) console.log(line.text);
  if (isMitBih) await noteFolds("models/folds", { ...stored });
  if (!store) return;
  await Deno.mkdir("models/folds", { recursive: true });
  const name = config.protocol === "by_patient_adapted" ? `${recipe}_adapted` : recipe;
  await writeJson(join("models/folds", `${name}.json`), stored);
}
