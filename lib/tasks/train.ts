import { join } from "node:path";
import { parseArgs } from "node:util";
import { classWeights, fitStandardizer, takeRows } from "lib/beats/mod.ts";
import { type FamilyName, modelChoices, modelFamilies, saveModel } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import {
  applyOverrides,
  progressLine,
  runDirectory,
  trainingChoices,
  trainingDefaults,
  type TrainingEvent,
  trainModel,
  writeJson,
} from "lib/training/mod.ts";
import { loadDataset } from "./load_dataset.ts";

const usage = "deno task train cnn|rnn [--limit N] [--seed S] [--out DIR] [--resume] [--json] " +
  "[--data DIR] [--threads N] [--key=value ...]";

const { positionals: [name = ""], values } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    limit: { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
    data: { type: "string" },
    threads: { type: "string" },
    resume: { type: "boolean" },
    json: { type: "boolean" },
  },
});
if (!(name in modelFamilies)) {
  console.error(`Cannot train "${name}": wanted ${Object.keys(modelFamilies)}.\n${usage}`);
  Deno.exit(2);
}
const family = modelFamilies[name as FamilyName];
const { limit, out, data, threads, resume, json, ...overrides } = values as Record<string, string>;
const config = applyOverrides(
  { ...trainingDefaults, ...family.defaults, limit: 0 },
  { ...overrides, ...(limit ? { limit } : {}) },
  { choices: { ...trainingChoices, ...modelChoices } },
);
const directory = out ?? runDirectory(name, config);
await Deno.mkdir(directory, { recursive: true });
await startBackend(threads ? { threads: { intra: 1, inter: Number(threads) } } : {});

const parts = await loadDataset({ data });
const train = config.limit ? takeRows(parts.train, config.limit) : parts.train;
const standardizer = fitStandardizer(train);
const model = family.build(config, { standardizer, seed: config.seed });
const stop = new AbortController();
Deno.addSignalListener("SIGINT", () => stop.abort());
const line = progressLine();
const tell = (event: TrainingEvent) => {
  if (json) return;
  if (event.type === "epoch") {
    console.log(Deno.stdout.isTerminal() ? `\r\x1b[K${line(event)}` : line(event));
  } else if (Deno.stdout.isTerminal()) {
    Deno.stdout.writeSync(new TextEncoder().encode(`\r\x1b[K${line(event)}`));
  }
};
await writeJson(join(directory, "config.json"), {
  family: name,
  ...config,
  rows: train.labels.length,
  source: train.source,
});
const history = await trainModel(model, {
  ...config,
  train,
  validation: parts.validation,
  weights: config.classWeights ? classWeights(train) : undefined,
  directory,
  resume: Boolean(resume),
  signal: stop.signal,
  onEvent: tell,
});
await saveModel(model, directory);
await writeJson(join(directory, "history.json"), history);
const best = history.epochs[history.bestEpoch - 1];
if (json) console.log(JSON.stringify({ directory, best, epochs: history.epochs.length }));
else {console.log(
    `best epoch ${history.bestEpoch}: validation macro-F1 ${
      best?.valMacroF1.toFixed(4)
    }; stored in ${directory}`,
  );}
