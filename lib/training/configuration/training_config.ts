import type { Augmentation } from "../rows/augment_rows.ts";

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
  /** cosine: falls to a thousandth along half a cosine until the last epoch's end; plateau: divided when stuck; constant. */
  schedule: "cosine" | "plateau" | "constant";
  /** The rate rises from 0 in a straight line for so many epochs, then the schedule begins; 0: not at all. */
  warmupEpochs: number;
  /** Epochs without a better validation loss after which training stops; 0: never. */
  patience: number;
  /** plateau: epochs without a better validation loss before the rate is multiplied by `plateauFactor`. */
  plateauPatience: number;
  /** plateau: what the rate is multiplied by. */
  plateauFactor: number;
  /** The greatest norm of all gradients of a step together (Pascanu et al. 2013); 0: no limit. */
  clipNorm: number;
  /** Share of each label given to all classes alike. */
  labelSmoothing: number;
  /** Focal loss (Lin et al. 2017): its exponent, from 1, by which rows that are right count less; 0: cross-entropy. */
  focusing: number;
  /**
   * Rows are mixed by pairs in shares drawn from Beta(mixup, mixup), and their labels with them (Zhang et al. 2018);
   * 0: not at all.
   */
  mixup: number;
  /** Weigh classes by their rarity in the training rows. */
  classWeights: boolean;
  /** Momentum of the moving mean of the weights that is validated and kept, as Keras's; 0: the weights themselves. */
  emaMomentum: number;
  /** The mean of the weights after so many epochs, the last ones, is validated and kept; 0: the weights themselves. */
  averagedEpochs: number;
  /**
   * settled: moving means (batch normalization's statistics, `emaMomentum`'s weights) can be used from the first
   * step on, see `settledShare()`; keras: as Keras has them, of use after some hundred steps. The weights
   * themselves are learned alike, to the bit, unless a plateau of the validation loss sets the rate.
   */
  movingMeans: "settled" | "keras";
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
  warmupEpochs: 0,
  patience: 6,
  plateauPatience: 2,
  plateauFactor: 0.3,
  clipNorm: 0,
  labelSmoothing: 0,
  focusing: 0,
  mixup: 0,
  classWeights: false,
  emaMomentum: 0,
  averagedEpochs: 0,
  movingMeans: "settled",
  stretching: 0,
  scaling: 0,
  noise: 0,
  seed: 0,
};
