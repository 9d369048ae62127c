import { buildCnn, type CnnConfig, cnnDefaults } from "./build_cnn.ts";
import { buildRnn, type RnnConfig, rnnDefaults } from "./build_rnn.ts";

/** The kinds of model by name, each with its default configuration and its builder. */
export const modelFamilies = {
  cnn: { defaults: cnnDefaults as CnnConfig, build: buildCnn },
  rnn: { defaults: rnnDefaults as RnnConfig, build: buildRnn },
};

/** The name of a kind of model. */
export type FamilyName = keyof typeof modelFamilies;

/** The words that keys of a model's configuration may hold. */
export const modelChoices = {
  cell: ["lstm", "gru", "simple"],
  view: ["beat", "difference"],
} as const;
