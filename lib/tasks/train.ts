// deno task train RECIPE ...: trains a model on the training rows and keeps it with its configuration and
// history. The test rows are not used.
import { join } from "node:path";
import { classWeights, type Dataset, type Role, takeClass, takeRows } from "lib/beats/mod.ts";
import { modelFamilies, saveModel } from "lib/models/mod.ts";
import { startBackend, unusedKernels } from "lib/tensorflow/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { kernelsOfCheckpoint, runDirectory, trainModel } from "lib/training/mod.ts";
import { createRun, readEnvironment, type Run } from "lib/wandb/mod.ts";
import { loadDataset } from "./helpers/load_dataset.ts";
import { modelSetting } from "./helpers/train/model_setting.ts";
import { readMore } from "./helpers/read_more.ts";
import { projectCommit } from "./helpers/project_commit.ts";
import {
  type TrainingArguments,
  trainingArguments,
  trainingUsage,
} from "./helpers/train/training_arguments.ts";
import { trainingLog } from "./helpers/train/training_log.ts";

let run: Run | undefined;
try {
  const { parameters, sweepId } = readEnvironment(Deno.env.toObject());
  const args = trainingArguments(Deno.args, { parameters });
  if (args.wandb || sweepId !== undefined) {
    run = await createRun({ project: "ecg-beats", config: { ...args.config }, stopOnSignal: true });
    run.warnings.forEach((warning) => console.error(warning));
  }
  await train(args);
  await finish(0);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\nUse: ${trainingUsage}`);
  await finish(1);
  Deno.exit(1);
}

async function finish(exitCode: number): Promise<void> {
  const told = run?.warnings.length ?? 0;
  await run?.finish(exitCode);
  run?.warnings.slice(told).forEach((warning) => console.error(warning));
}

async function train(
  { recipe, family, config, out, data, threads, resume, json, more }: TrainingArguments,
) {
  const commit = projectCommit(); // of the code that runs: another may be checked out meanwhile
  const parts = await loadDataset({ ...config, data, more: await readMore(more, config) });
  const chosen = <R extends Role>(rows: Dataset<R>) =>
    config.normalOnly ? takeClass(rows, 0) : rows;
  const all = chosen(parts.train);
  const train = config.limit ? takeRows(all, config.limit) : all;
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
    validation: chosen(parts.validation),
    weights: config.classWeights ? classWeights(train) : undefined,
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
  if (json) return console.log(JSON.stringify({ directory, epochs: history.epochs.length, best }));
  const score = config.target === "input"
    ? `validation loss ${best.valLoss.toFixed(4)}`
    : `validation macro-F1 ${best.valMacroF1.toFixed(4)}`;
  console.log(`best epoch ${history.bestEpoch}: ${score}; stored in ${directory}`);
}
