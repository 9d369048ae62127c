import { parseArgs } from "node:util";
import { modelChoices, modelFamilies } from "lib/models/mod.ts";
import {
  applyOverrides,
  nearestName,
  trainingChoices,
  type TrainingConfig,
  trainingDefaults,
} from "lib/training/mod.ts";

/** How `deno task train` is called. */
export const trainingUsage =
  "deno task train cnn|rnn [--limit N] [--seed S] [--out DIR] [--resume] [--json] [--data DIR] " +
  "[--threads N] [--wandb] [--key=value ...]";

/** What a command line asks for. */
export interface TrainingArguments {
  family: keyof typeof modelFamilies;
  /** The model's and the training's configuration, and how many training rows to use (0: all). */
  config: TrainingConfig & { limit: number };
  out?: string;
  data?: string;
  threads?: number;
  resume: boolean;
  json: boolean;
  wandb: boolean;
}

/**
 * Reads the command line of a training.
 *
 * @param parameters values that a sweep chose; the command line goes before them.
 * @throws {Error} for an unknown family, key or value; the message names the nearest.
 */
export function trainingArguments(
  args: string[],
  { parameters = {} }: { parameters?: Record<string, unknown> } = {},
): TrainingArguments {
  const { positionals: [name = "", ...more], values } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        ["limit", "seed", "out", "data", "threads"].map((
          key,
        ) => [key, { type: "string" as const }]),
      ),
      ...Object.fromEntries(
        ["resume", "json", "wandb"].map((key) => [key, { type: "boolean" as const }]),
      ),
    },
  });
  if (!(name in modelFamilies)) {
    const near = nearestName(name, Object.keys(modelFamilies));
    throw new Error(`Cannot train "${name}": it is not a kind of model. Did you mean "${near}"?`);
  }
  if (more.length > 0) throw new Error(`Cannot train: "${more[0]}" is not --key=value.`);
  const family = name as keyof typeof modelFamilies;
  const { out, data, threads, resume, json, wandb, ...overrides } = values;
  const keys = Object.entries({ ...parameters, ...overrides })
    .map(([key, value]) => [key, `${value}`]);
  return {
    family,
    config: applyOverrides(
      { ...trainingDefaults, ...modelFamilies[family].defaults, limit: 0 },
      Object.fromEntries(keys),
      { choices: { ...trainingChoices, ...modelChoices } },
    ),
    out: text("out", out),
    data: text("data", data),
    threads: threads === undefined ? undefined : Number(text("threads", threads)),
    resume: flag("resume", resume),
    json: flag("json", json),
    wandb: flag("wandb", wandb),
  };
}

type Given = string | boolean | undefined | (string | boolean)[];

function text(name: string, value: Given): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  throw new Error(`Cannot train: --${name} must be given a value`);
}

function flag(name: string, value: Given): boolean {
  if (value === undefined || typeof value === "boolean") return value ?? false;
  throw new Error(`Cannot train: --${name} takes no value but was given "${value}"`);
}
