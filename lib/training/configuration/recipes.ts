import {
  type AutoencoderConfig,
  type CnnConfig,
  type FamilyConfig,
  type FamilyName,
  modelFamilies,
  type RnnConfig,
} from "lib/models/mod.ts";
import { type TrainingConfig, trainingDefaults } from "./training_config.ts";

/** Which rows a model is made for. */
export interface DataConfig {
  /** The rule that says which beats train, validate and test, by its name. */
  protocol: "by_beat" | "by_patient" | "by_patient_adapted";
  /** What is known of the beats around a beat comes from those before it alone. */
  causal: boolean;
  /** Train and validate on beats of class N alone. */
  normalOnly: boolean;
}

/** The words that keys of {@linkcode DataConfig} may hold. */
export const dataChoices = {
  protocol: ["by_beat", "by_patient", "by_patient_adapted"],
} as const;

/** What a network is built from and how it is trained, where that differs from the defaults. */
export interface Recipe
  extends Partial<TrainingConfig & CnnConfig & RnnConfig & AutoencoderConfig & DataConfig> {
  /** The kind of network that it is a variant of. */
  family: FamilyName;
}

/** The large CNN: blocks of two convolutions and a shortcut. */
const residualCnn: Recipe = {
  family: "cnn",
  residual: true,
  filters: [32, 64, 96, 128],
  kernels: [5, 5, 5, 5],
  patience: 0,
};

/** The large RNN: convolution and pooling before an LSTM in both directions, whose states attention weighs. */
const convolutionalRnn: Recipe = {
  family: "rnn",
  filters: [64, 128],
  kernels: [5, 3],
  units: [96],
  bidirectional: true,
  attention: true,
  patience: 0,
};

/** Rows that are another each time: a little faster or slower, smaller or larger. */
const augmentation = { stretching: 0.05, scaling: 0.1 };

/** The rows of the published split. */
export const dataDefaults: DataConfig = {
  protocol: "by_beat",
  causal: false,
  normalOnly: false,
};

/**
 * Small, since the shape of beats tells patients apart and their rhythm does not; without batch normalization, whose
 * statistics are those of the training patients. Chosen by folds in DS1: models/folds/tried.csv has what was tried.
 */
const byPatient: Partial<DataConfig & CnnConfig & RnnConfig & TrainingConfig> = {
  protocol: "by_patient",
  view: "difference",
  contextUnits: 32,
  dense: 32,
  patience: 0,
};

/** Learns what normal beats look like: what it cannot give back is unusual. */
const autoencoder: Recipe = {
  family: "autoencoder",
  target: "input",
  normalOnly: true,
  epochs: 8,
  patience: 0,
};

/**
 * Named configurations by name; each states only its difference. The large ones run all their epochs: the
 * validation loss of cnn_residual rises from its sixth epoch on while macro-F1 still gains.
 */
export const recipes: Record<string, Recipe> = {
  cnn: { family: "cnn" },
  rnn: { family: "rnn" },
  rnn_gru: { family: "rnn", cell: "gru", clipNorm: 1 },
  cnn_residual: residualCnn,
  cnn_augmented: { ...residualCnn, ...augmentation },
  rnn_convolutional: convolutionalRnn,
  rnn_augmented: { ...convolutionalRnn, ...augmentation },
  cnn_by_patient: {
    ...byPatient,
    family: "cnn",
    filters: [16, 32],
    kernels: [5, 3],
    normalization: false,
  },
  rnn_by_patient: {
    ...byPatient,
    family: "rnn",
    cell: "gru",
    units: [32],
    backwards: false,
    viewUnits: 4,
    dropout: 0.3,
  },
  autoencoder,
  autoencoder_by_patient: {
    ...autoencoder,
    protocol: "by_patient",
    view: "difference",
    contextUnits: 32,
  },
};

/** A recipe with nothing left out. */
export interface CompleteRecipe {
  /** Which kind of network it is of. */
  family: Recipe["family"];
  /** Of the data, the training and the network. */
  config: DataConfig & TrainingConfig & FamilyConfig;
}

/**
 * A recipe with the defaults that it leaves out: of the training, then of the network.
 *
 * @throws {Error} when there is no such recipe.
 */
export function completeRecipe(name: string): CompleteRecipe {
  const recipe = Object.hasOwn(recipes, name) ? recipes[name] : undefined;
  if (!recipe) {
    throw new Error(`Cannot find the recipe "${name}": there are ${Object.keys(recipes)}`);
  }
  const { family, ...difference } = recipe;
  const config: DataConfig & TrainingConfig & FamilyConfig = {
    ...dataDefaults,
    ...trainingDefaults,
    ...modelFamilies[family].defaults,
    ...difference,
  };
  return { family, config };
}
