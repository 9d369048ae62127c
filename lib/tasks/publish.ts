// deno task publish NAME RUN [RUN ...] [--out DIR] [--data DIR]: makes models/NAME from trainings that differ
// only in their seed: the best on the validation rows, its scores on the test rows, the spread, and a card. A
// published folder can stand in for all runs that it was made from.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { loadDataset } from "./helpers/load_dataset.ts";
import {
  checkedName,
  checkFinished,
  checkSameButSeed,
  checkSameData,
  checkTarget,
} from "./helpers/publish/check_runs.ts";
import { publishAutoencoder } from "./helpers/publish/publish_autoencoder.ts";
import { publishClassifier } from "./helpers/publish/publish_classifier.ts";
import { readMore } from "./helpers/read_more.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUsage: deno task publish NAME RUN [RUN ...] [--data DIR]`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [name, ...directories], values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, data: { type: "string" } },
  });
  if (name === undefined || directories.length === 0) throw new Error("Name a model and its runs.");
  const models = values.out ?? "models";
  await checkTarget(join(models, checkedName(name)));
  const folders = await Promise.all(directories.map(readModelFolder));
  checkSameButSeed(folders);
  folders.forEach((folder, run) => checkFinished(folder, directories[run]!));
  await startBackend();
  const { protocol = "by_beat", causal = false } = folders[0]!.config as Partial<DataConfig>;
  const moreFolders = (folders[0]!.config.more ?? []) as string[];
  const more = await readMore(moreFolders, { protocol, causal });
  const data = await loadDataset({ ...values, protocol, causal, more });
  checkSameData(folders, data);
  const published = { name, models, directories, folders, data };
  console.log(
    folders[0]!.config.target === "input"
      ? await publishAutoencoder({ ...published, records: values.data })
      : await publishClassifier(published),
  );
}
