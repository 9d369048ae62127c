import { join } from "node:path";
import { writeJson } from "lib/files/mod.ts";
import { modelFamilies, saveModel } from "lib/models/mod.ts";
import { startBackend, unusedKernels } from "lib/tensorflow/mod.ts";
import { kernelsOfCheckpoint, runDirectory, trainModel } from "lib/training/mod.ts";
import type { Run } from "lib/wandb/mod.ts";
import { chosenRows } from "../chosen_rows.ts";
import { loadDataset } from "../load_dataset.ts";
import { projectCommit } from "../project_commit.ts";
import { readMore } from "../read_more.ts";
import { lossWeights } from "./loss_weights.ts";
import { modelSetting } from "./model_setting.ts";
import type { TrainingArguments } from "./training_arguments.ts";
import { trainingLog } from "./training_log.ts";

/**
 * Trains a model as a command line asks, and stores it in its folder with its configuration and history.
 *
 * @param run Where to log, too; it can stop the training. Without one Ctrl-C does.
 * @returns What to print of it.
 */
export async function trainRecipe(
  { recipe, family, config, out, data, threads, resume, json, more }: TrainingArguments,
  run: Run | undefined,
): Promise<string> {
  const commit = projectCommit(); // of the code that runs: another may be checked out meanwhile
  const parts = await loadDataset({ ...config, data, more: await readMore(more, config) });
  const train = chosenRows(parts.train, config);
  const { labels: { length: rows }, source } = train;
  const directory = out ??
    runDirectory(recipe, { ...config, source: source.name, ...(more.length > 0 ? { more } : {}) });
  await Deno.mkdir(directory, { recursive: true });
  await startBackend({
    threads: threads === undefined ? undefined : { intra: 1, inter: threads },
    unusedKernels: resume ? await kernelsOfCheckpoint(directory) : undefined,
  });
  const model = modelFamilies[family].build(config, modelSetting(config, train));

  const stop = new AbortController();
  if (!run) Deno.addSignalListener("SIGINT", () => stop.abort());
  const log = trainingLog({ quiet: json, run });
  const history = await trainModel(model, {
    ...config,
    train,
    validation: chosenRows(parts.validation, { normalOnly: config.normalOnly }),
    weights: lossWeights(config, train),
    directory,
    resume,
    signal: stop.signal,
    onEvent(event) {
      log(event);
      if (run?.stopped) stop.abort();
    },
  });
  const best = history.epochs[history.bestEpoch - 1];
  if (!best) throw new Error("Training ended before its first epoch did: nothing is stored.");
  const facts = {
    recipe,
    family,
    ...config,
    unusedKernels: unusedKernels(),
    rows,
    source,
    commit,
    ...(more.length > 0 ? { more } : {}),
  };
  await writeJson(join(directory, "config.json"), facts);
  await saveModel(model, directory);
  await writeJson(join(directory, "history.json"), history);
  if (json) return JSON.stringify({ directory, epochs: history.epochs.length, best });
  const score = config.target === "input"
    ? `validation loss ${best.valLoss.toFixed(4)}`
    : `validation macro-F1 ${best.valMacroF1.toFixed(4)}`;
  return `best epoch ${history.bestEpoch}: ${score}; stored in ${directory}`;
}
