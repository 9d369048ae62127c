import type { Augmentation } from "./augment_rows.ts";

/** How a model is trained. */
export interface TrainingConfig extends Augmentation {
  /** What the model is to give: the classes of rows, or its own inputs again, as an autoencoder does. */
  target: "classes" | "input";
  /** At most so many passes over the training rows. */
  epochs: number;
  /** Rows a step. */
  batchSize: number;
  /** Adam's first learning rate. */
  learningRate: number;
  /** cosine: falls to a thousandth along half a cosine over all epochs; plateau: divided when stuck; constant. */
  schedule: "cosine" | "plateau" | "constant";
  /** Epochs without a better validation loss after which training stops; 0: never. */
  patience: number;
  /** plateau: epochs without a better validation loss before the rate is multiplied by `plateauFactor`. */
  plateauPatience: number;
  plateauFactor: number;
  /** The greatest norm of all gradients of a step together (Pascanu et al. 2013); 0: no limit. */
  clipNorm: number;
  /** Share of each label given to all classes alike. */
  labelSmoothing: number;
  /** Focal loss (Lin et al. 2017): its exponent, from 1, by which rows that are right count less; 0: cross-entropy. */
  focusing: number;
  /** Weigh classes by their rarity in the training rows. */
  classWeights: boolean;
  /** Seed of initial weights, the order of the rows and dropout. */
  seed: number;
}

/** The defaults, the same for all models. */
export const trainingDefaults: TrainingConfig = {
  target: "classes",
  epochs: 20,
  batchSize: 128,
  learningRate: 1e-3,
  schedule: "cosine",
  patience: 6,
  plateauPatience: 2,
  plateauFactor: 0.3,
  clipNorm: 0,
  labelSmoothing: 0,
  focusing: 0,
  classWeights: false,
  stretching: 0,
  scaling: 0,
  noise: 0,
  seed: 0,
};
