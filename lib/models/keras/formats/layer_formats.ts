import defer * as tf from "@tensorflow/tfjs";
import { activation } from "./activation_format.ts";
import { initializer } from "./initializer_format.ts";
import type { LayerFormat } from "./layer_format.ts";
import { ownLayerFormats } from "./own_layer_formats.ts";
import { regularizer } from "./regularizer_format.ts";
import {
  common,
  gated,
  gates,
  kernelAndBias,
  normalization,
  pooling,
  recurrent,
  recurrentClasses,
  seed,
  spatial,
} from "./shared_values.ts";
import {
  axes,
  batchShape,
  boolean,
  count,
  counts,
  float32,
  integer,
  integerOrIntegers,
  lastAxis,
  limit,
  nothing,
  number,
  targetShape,
  text,
  word,
} from "./value_format.ts";

const globalPooling = { values: spatial, fixed: { keepdims: false } };

/** A layer without configuration of its own. */
const plain = (create: LayerFormat["create"]): LayerFormat => ({ create, values: common });

/** How each class of layers is written, by the name of TensorFlow.js or of our own. */
export const layerFormats: ReadonlyMap<string, LayerFormat> = new Map(
  Object.entries<LayerFormat>({
    ...ownLayerFormats,
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
    Masking: { create: tf.layers.masking, values: { ...common, mask_value: number } },
    GaussianDropout: {
      create: tf.layers.gaussianDropout,
      values: { ...common, rate: number },
      free: seed,
    },
    AlphaDropout: {
      create: tf.layers.alphaDropout,
      values: { ...common, rate: number },
      fixed: { noise_shape: null },
      free: seed,
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
    PReLU: {
      create: tf.layers.prelu,
      values: {
        ...common,
        alpha_initializer: initializer,
        alpha_regularizer: regularizer,
        alpha_constraint: nothing,
        shared_axes: axes,
      },
    },
    // TensorFlow.js computes it along the last axis alone.
    Softmax: { create: tf.layers.softmax, values: { ...common, axis: lastAxis } },
    MaxPooling1D: { create: tf.layers.maxPooling1d, ...pooling },
    AveragePooling1D: { create: tf.layers.averagePooling1d, ...pooling },
    GlobalMaxPooling1D: { create: tf.layers.globalMaxPooling1d, ...globalPooling },
    GlobalAveragePooling1D: { create: tf.layers.globalAveragePooling1d, ...globalPooling },
    Reshape: { create: tf.layers.reshape, values: { ...common, target_shape: targetShape } },
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
      // The only one that TensorFlow.js has; Keras's default is true, and a layer of our own.
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
