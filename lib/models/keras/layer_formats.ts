import defer * as tf from "@tensorflow/tfjs";
import { activation } from "./activation_format.ts";
import { initializer } from "./initializer_format.ts";
import type { LayerFormat } from "./layer_format.ts";
import { regularizer } from "./regularizer_format.ts";
import {
  batchShape,
  boolean,
  channelsLast,
  count,
  counts,
  float32,
  integer,
  integerOrIntegers,
  integers,
  lastAxis,
  limit,
  nothing,
  number,
  text,
  word,
} from "./value_format.ts";

const common = { name: text, trainable: boolean, dtype: float32 };
const seed = { seed: null };

const kernelAndBias = {
  activation,
  use_bias: boolean,
  kernel_initializer: initializer,
  bias_initializer: initializer,
  kernel_regularizer: regularizer,
  bias_regularizer: regularizer,
  kernel_constraint: nothing,
  bias_constraint: nothing,
};

const normalization = {
  epsilon: number,
  center: boolean,
  scale: boolean,
  beta_initializer: initializer,
  gamma_initializer: initializer,
  beta_regularizer: regularizer,
  gamma_regularizer: regularizer,
};

const recurrent = {
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
  // Without masks the second changes nothing.
  free: { unroll: false, zero_output_for_mask: false },
  parts: ["cell"],
};

const gates = { ...recurrent.values, recurrent_activation: activation };
const gated = { ...recurrent, free: { ...recurrent.free, ...seed } };
const recurrentClasses = ["LSTM", "GRU", "SimpleRNN"];

const spatial = { ...common, data_format: channelsLast };
const pooling = {
  values: { ...spatial, pool_size: counts, strides: counts, padding: word("valid", "same") },
};
const globalPooling = { values: spatial, fixed: { keepdims: false } };

/** A layer without configuration of its own. */
const plain = (create: LayerFormat["create"]): LayerFormat => ({ create, values: common });

/** How each class of layers that Keras and TensorFlow.js share is written. */
export const layerFormats: ReadonlyMap<string, LayerFormat> = new Map(
  Object.entries<LayerFormat>({
    InputLayer: {
      create: tf.layers.inputLayer,
      values: { name: text, batch_shape: batchShape },
      names: { batch_shape: "batchInputShape" },
      fixed: { dtype: "float32", sparse: false },
      unwritten: { ragged: false, optional: false },
    },
    Rescaling: {
      create: tf.layers.rescaling,
      values: { ...common, scale: number, offset: number },
    },
    Conv1D: {
      create: tf.layers.conv1d,
      values: {
        ...spatial,
        ...kernelAndBias,
        filters: count,
        kernel_size: counts,
        strides: counts,
        padding: word("valid", "same"),
        dilation_rate: counts,
      },
      fixed: { groups: 1, activity_regularizer: null },
    },
    Dense: {
      create: tf.layers.dense,
      values: { ...common, ...kernelAndBias, units: count },
      unwritten: { quantization_config: null, activity_regularizer: null },
    },
    BatchNormalization: {
      create: tf.layers.batchNormalization,
      values: {
        ...common,
        ...normalization,
        axis: integer,
        momentum: number,
        moving_mean_initializer: initializer,
        moving_variance_initializer: initializer,
        beta_constraint: nothing,
        gamma_constraint: nothing,
      },
      fixed: { synchronized: false },
      unwritten: { renorm: false, renorm_clipping: null, renorm_momentum: 0.99 },
    },
    LayerNormalization: {
      create: tf.layers.layerNormalization,
      values: { ...common, ...normalization, axis: integerOrIntegers },
      fixed: { rms_scaling: false, beta_constraint: null, gamma_constraint: null },
    },
    Dropout: {
      create: tf.layers.dropout,
      values: { ...common, rate: number },
      fixed: { noise_shape: null },
      free: seed,
    },
    SpatialDropout1D: {
      create: tf.layers.spatialDropout1d,
      values: { name: text, rate: number, dtype: float32 },
      free: seed,
    },
    GaussianNoise: {
      create: tf.layers.gaussianNoise,
      values: { ...common, stddev: number },
      free: seed,
    },
    Activation: { create: tf.layers.activation, values: { ...common, activation } },
    ReLU: {
      create: tf.layers.reLU,
      values: { ...common, max_value: limit },
      fixed: { negative_slope: 0, threshold: 0 },
    },
    LeakyReLU: {
      create: tf.layers.leakyReLU,
      values: { ...common, negative_slope: number },
      names: { negative_slope: "alpha" },
    },
    // Keras 3.4 to 3.14 do not write alpha.
    ELU: { create: tf.layers.elu, values: { ...common, alpha: number }, absent: { alpha: 1 } },
    // TensorFlow.js computes it along the last axis alone.
    Softmax: { create: tf.layers.softmax, values: { ...common, axis: lastAxis } },
    MaxPooling1D: { create: tf.layers.maxPooling1d, ...pooling },
    AveragePooling1D: { create: tf.layers.averagePooling1d, ...pooling },
    GlobalMaxPooling1D: { create: tf.layers.globalMaxPooling1d, ...globalPooling },
    GlobalAveragePooling1D: { create: tf.layers.globalAveragePooling1d, ...globalPooling },
    Flatten: { create: tf.layers.flatten, values: spatial },
    Reshape: { create: tf.layers.reshape, values: { ...common, target_shape: integers } },
    Permute: { create: tf.layers.permute, values: { ...common, dims: counts } },
    RepeatVector: { create: tf.layers.repeatVector, values: { ...common, n: count } },
    LSTM: {
      ...gated,
      create: tf.layers.lstm,
      values: { ...gates, unit_forget_bias: boolean },
    },
    GRU: {
      ...gated,
      create: tf.layers.gru,
      values: gates,
      // The only one that TensorFlow.js has; Keras's default is true.
      fixed: { ...recurrent.fixed, reset_after: false },
    },
    SimpleRNN: { ...recurrent, create: tf.layers.simpleRNN },
    Bidirectional: {
      create: tf.layers.bidirectional,
      values: { ...common, merge_mode: word("concat", "sum", "mul", "ave") },
      wraps: [
        { key: "layer", part: "forward_layer", classes: recurrentClasses },
        { key: "backward_layer", part: "backward_layer", classes: recurrentClasses },
      ],
      parts: ["forward_layer", "backward_layer"],
    },
    TimeDistributed: {
      create: tf.layers.timeDistributed,
      values: common,
      wraps: [{ key: "layer", part: "layer", classes: ["Dense"] }],
      parts: ["layer"],
    },
    Add: plain(tf.layers.add),
    Multiply: plain(tf.layers.multiply),
    Average: plain(tf.layers.average),
    Maximum: plain(tf.layers.maximum),
    Minimum: plain(tf.layers.minimum),
    Concatenate: { create: tf.layers.concatenate, values: { ...common, axis: integer } },
    Dot: {
      create: tf.layers.dot,
      values: { ...common, axes: integerOrIntegers, normalize: boolean },
    },
  }),
);
