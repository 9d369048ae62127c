/**
 * One epoch of a training. For a model that is to give back its input the loss is the mean squared error of values in
 * units of their deviation, and accuracy and macro-F1 are the share of their variance that it gives back, 1 less the
 * loss.
 */
export interface EpochRecord {
  /** Of a model that is to give back its input; of a classifier there is none. */
  target?: "input";
  /** From 1. */
  epoch: number;
  /** Mean loss over the training rows, as they were seen, in nats. */
  loss: number;
  /** Accuracy on the training rows, as they were seen. */
  accuracy: number;
  /** Mean loss over the validation rows, in nats. */
  valLoss: number;
  /**
   * `valLoss` at the temperature that fits the validation rows best (Guo et al. 2017): without what a model loses by
   * being too sure of itself, or not sure enough. Autoencoders have none, nor have trainings of before it was kept.
   */
  valTemperedLoss?: number;
  /** Accuracy on the validation rows. */
  valAccuracy: number;
  /** Macro-F1 on the validation rows. */
  valMacroF1: number;
  /** At the epoch's last step. */
  learningRate: number;
  /** Duration of the epoch. */
  seconds: number;
}

/** A training from its first epoch to its last. */
export interface History {
  /** One for each epoch that ended. */
  epochs: EpochRecord[];
  /** The epoch, from 1, whose weights were kept: the best macro-F1 on the validation rows. 0 before any. */
  bestEpoch: number;
  /** True when training ended before its last epoch because the validation loss had stopped falling. */
  stoppedEarly: boolean;
}
