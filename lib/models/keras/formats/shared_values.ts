import { activation } from "./activation_format.ts";
import { initializer } from "./initializer_format.ts";
import { regularizer } from "./regularizer_format.ts";
import {
  boolean,
  channelsLast,
  count,
  counts,
  float32,
  nothing,
  number,
  text,
  word,
} from "./value_format.ts";

/** What every layer has. */
export const common = { name: text, trainable: boolean, dtype: float32 };
/** Where random numbers begin. */
export const seed = { seed: null };

/** What layers with one kernel have. */
export const kernelAndBias = {
  activation,
  use_bias: boolean,
  kernel_initializer: initializer,
  bias_initializer: initializer,
  kernel_regularizer: regularizer,
  bias_regularizer: regularizer,
  kernel_constraint: nothing,
  bias_constraint: nothing,
};

/** What normalizations with a scale and a shift have. */
export const normalization = {
  epsilon: number,
  center: boolean,
  scale: boolean,
  beta_initializer: initializer,
  gamma_initializer: initializer,
  beta_regularizer: regularizer,
  gamma_regularizer: regularizer,
};

/** What all recurrent layers have. */
export const recurrent = {
  values: {
    ...common,
    ...kernelAndBias,
    units: count,
    return_sequences: boolean,
    go_backwards: boolean,
    recurrent_initializer: initializer,
    recurrent_regularizer: regularizer,
    recurrent_constraint: nothing,
    dropout: number,
    recurrent_dropout: number,
  },
  fixed: { return_state: false, stateful: false, activity_regularizer: null },
  // The second changes nothing without masks; with them `followMasks()` refuses it.
  free: { unroll: false, zero_output_for_mask: false },
  parts: ["cell"],
};

/** The values of those with gates. */
export const gates = { ...recurrent.values, recurrent_activation: activation };
/** What those with gates have. */
export const gated = { ...recurrent, free: { ...recurrent.free, ...seed } };
/** Keras's classes of them. */
export const recurrentClasses = ["LSTM", "GRU", "SimpleRNN"];

/** What layers along steps have. */
export const spatial = { ...common, data_format: channelsLast };
/** What pools of steps have. */
export const pooling = {
  values: { ...spatial, pool_size: counts, strides: counts, padding: word("valid", "same") },
};
