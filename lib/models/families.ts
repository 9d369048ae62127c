import {
  type AutoencoderConfig,
  autoencoderDefaults,
  buildAutoencoder,
} from "./build_autoencoder.ts";
import { buildCnn, type CnnConfig, cnnDefaults } from "./build_cnn.ts";
import { buildRnn, type RnnConfig, rnnDefaults } from "./build_rnn.ts";

/** The kinds of model by name, each with its default configuration and its builder. */
export const modelFamilies = {
  cnn: { defaults: cnnDefaults as CnnConfig, build: buildCnn },
  rnn: { defaults: rnnDefaults as RnnConfig, build: buildRnn },
  autoencoder: { defaults: autoencoderDefaults as AutoencoderConfig, build: buildAutoencoder },
};

/** The name of a kind of model. */
export type FamilyName = keyof typeof modelFamilies;

/** The configuration of one of them. */
export type FamilyConfig = CnnConfig | RnnConfig | AutoencoderConfig;

/** The words that keys of a model's configuration may hold. */
export const modelChoices = {
  cell: ["lstm", "gru", "simple"],
  view: ["beat", "difference"],
} as const;
