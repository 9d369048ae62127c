import { parseArgs } from "node:util";
import { type FamilyConfig, type FamilyName, modelChoices } from "lib/models/mod.ts";
import {
  applyOverrides,
  completeRecipe,
  dataChoices,
  type DataConfig,
  nearestName,
  recipes,
  trainingChoices,
  type TrainingConfig,
} from "lib/training/mod.ts";
import { wholeNumber } from "../whole_number.ts";

/** How `deno task train` is called. */
export const trainingUsage =
  "deno task train RECIPE [--limit N] [--seed S] [--out DIR] [--resume] [--json] [--data DIR] " +
  "[--threads N] [--more DIR,...] [--wandb] [--key=value ...]\n" +
  `Recipes: ${Object.keys(recipes).join(", ")}`;

/** What a command line asks for. */
export interface TrainingArguments {
  /** Name of the configuration that the rest of the command line changes. */
  recipe: string;
  family: FamilyName;
  /** The model's and the training's configuration, and how many training rows to use (0: all). */
  config: DataConfig & TrainingConfig & FamilyConfig & { limit: number };
  out?: string;
  data?: string;
  threads?: number;
  /** Folders of more records to train on. */
  more: string[];
  resume: boolean;
  json: boolean;
  wandb: boolean;
}

/**
 * Reads the command line of a training.
 *
 * @param parameters values that a sweep chose; the command line goes before them.
 * @throws {Error} for an unknown recipe, key or value; the message names the nearest.
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
        ["limit", "seed", "out", "data", "threads", "more"].map((
          key,
        ) => [key, { type: "string" as const }]),
      ),
      ...Object.fromEntries(
        ["resume", "json", "wandb"].map((key) => [key, { type: "boolean" as const }]),
      ),
    },
  });
  if (!Object.hasOwn(recipes, name)) {
    const near = nearestName(name, Object.keys(recipes));
    throw new Error(`Cannot train "${name}": it is not a recipe. Did you mean "${near}"?`);
  }
  if (more.length > 0) throw new Error(`Cannot train: "${more[0]}" is not --key=value.`);
  const { family, config } = completeRecipe(name);
  const { out, data, threads, more: folders, resume, json, wandb, ...overrides } = values;
  const keys = Object.entries({ ...parameters, ...overrides })
    .map(([key, value]) => [key, `${value}`]);
  return {
    recipe: name,
    family,
    config: applyOverrides(
      { ...config, limit: 0 },
      Object.fromEntries(keys),
      { choices: { ...trainingChoices, ...modelChoices, ...dataChoices } },
    ),
    out: text("out", out),
    data: text("data", data),
    threads: threads === undefined ? undefined : wholeNumber("threads", text("threads", threads)!),
    more: text("more", folders)?.split(",") ?? [],
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
