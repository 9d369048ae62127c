import { parseArgs } from "node:util";
import { type TrainingArguments, trainingArguments } from "../train/training_arguments.ts";
import { wholeNumber } from "../whole_number.ts";

/** How `deno task folds` is called. */
export const foldsUsage =
  "deno task folds RECIPE [--folds N|all] [--seeds N] [--store] [--data DIR] [--more DIR,...] [--key=value ...]";

/** What a command line asks for. */
export interface FoldsArguments extends TrainingArguments {
  /** How many folds; "all": one for each patient. Undefined: 8, or as many as there are patients. */
  folds?: number | "all";
  /** How many seeds, from that of the configuration on. */
  seeds: number;
  /** Keep the result in models/folds. */
  store: boolean;
}

/**
 * Reads the command line of folds: that of a training, and three options of its own.
 *
 * @throws {Error} as {@linkcode trainingArguments}, for a recipe by beat or of no classes, for options that only a
 *   training has, and for numbers that are none.
 */
export function foldsArguments(args: readonly string[]): FoldsArguments {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      folds: { type: "string" },
      seeds: { type: "string" },
      store: { type: "boolean" },
    },
  });
  const own = tokens.filter((token) =>
    token.kind === "option" && ["folds", "seeds", "store"].includes(token.name)
  );
  const taken = new Set(
    own.flatMap((token) =>
      token.kind === "option" && token.value !== undefined && !token.inlineValue
        ? [token.index, token.index + 1]
        : [token.index]
    ),
  );
  const training = trainingArguments(args.filter((_, i) => !taken.has(i)));
  if (training.config.protocol === "by_beat") {
    throw new Error(
      `Cannot make folds: wanted a recipe by patient, but "${training.recipe}" is by beat`,
    );
  }
  if (training.config.target === "input" || training.config.normalOnly) {
    throw new Error(
      `Cannot make folds: wanted a recipe of a classifier, but "${training.recipe}" tells no classes apart`,
    );
  }
  const { config: { limit }, out, threads, resume, json, wandb } = training;
  const foreign = Object.entries({ limit: limit > 0, out, threads, resume, json, wandb })
    .find(([, value]) => value !== undefined && value !== false);
  if (foreign) {
    throw new Error(`Cannot make folds: --${foreign[0]} is an option of deno task train alone`);
  }
  const { folds, seeds = "1" } = values;
  return {
    ...training,
    folds: folds === undefined || folds === "all" ? folds : wholeNumber("folds", folds, 3),
    seeds: wholeNumber("seeds", seeds),
    store: values.store === true,
  };
}
