import { initializer } from "./initializer_format.ts";
import type { LayerFormat } from "./layer_format.ts";
import { AllSteps } from "../layers/all_steps.ts";
import { Attention } from "../layers/attention/attention.ts";
import { Conv1DTranspose } from "../layers/convolution/conv1d_transpose.ts";
import { Cropping1D } from "../layers/steps/cropping1d.ts";
import { DepthwiseConv1D } from "../layers/convolution/depthwise_conv1d.ts";
import { DropMask } from "../layers/drop_mask.ts";
import { Flatten } from "../layers/flatten.ts";
import { GroupedConv1D } from "../layers/convolution/grouped_conv1d.ts";
import { GroupNormalization } from "../layers/group_normalization.ts";
import { GruResetAfter } from "../layers/gru_reset_after.ts";
import { Identity } from "../layers/identity.ts";
import { MultiHeadAttention } from "../layers/attention/multi_head_attention.ts";
import { Normalization } from "../layers/normalization.ts";
import { SeparableConv1D } from "../layers/convolution/separable_conv1d.ts";
import { UpSampling1D } from "../layers/steps/up_sampling1d.ts";
import { ZeroMasked } from "../layers/zero_masked.ts";
import { ZeroPadding1D } from "../layers/steps/zero_padding1d.ts";
import { regularizer } from "./regularizer_format.ts";
import {
  common,
  gated,
  gates,
  kernelAndBias,
  normalization,
  recurrent,
  spatial,
} from "./shared_values.ts";
import {
  anything,
  boolean,
  count,
  ends,
  integer,
  lastAxis,
  nothing,
  number,
  oneCount,
  undilated,
  word,
} from "./value_format.ts";

const make = (Layer: unknown): LayerFormat["create"] => (config) =>
  new (Layer as new (config: never) => ReturnType<LayerFormat["create"]>)(config);

const { kernel_initializer, kernel_regularizer, kernel_constraint, ...bias } = kernelAndBias;
const ownKernel = { kernel_initializer, kernel_regularizer, kernel_constraint };
const kernel = (name: string) => ({
  [`${name}_initializer`]: initializer,
  [`${name}_regularizer`]: regularizer,
  [`${name}_constraint`]: nothing,
});

const convolution = {
  ...spatial,
  ...bias,
  kernel_size: oneCount,
  strides: oneCount,
  dilation_rate: oneCount,
  padding: word("valid", "same", "causal"),
};
const quiet = { activity_regularizer: null };

/** The parts of a multi-head attention that have weights, in their order. */
const attentionParts = ["query", "key", "value", "output"];

/** How the layers of our own are written. */
export const ownLayerFormats: Record<string, LayerFormat> = {
  Identity: { create: make(Identity), values: common },
  // Keras drops a mask, has none, or gives zeros, by itself where these stand.
  DropMask: {
    create: make(DropMask),
    values: common,
    kerasClass: "Identity",
    applies: () => false,
  },
  AllSteps: {
    create: make(AllSteps),
    values: common,
    kerasClass: "Identity",
    applies: () => false,
  },
  ZeroMasked: {
    create: make(ZeroMasked),
    values: common,
    kerasClass: "Identity",
    applies: () => false,
  },
  Flatten: { create: make(Flatten), values: spatial },
  GruResetAfter: {
    ...gated,
    create: make(GruResetAfter),
    kerasClass: "GRU",
    applies: ({ reset_after: resetAfter }) => resetAfter !== false,
    values: gates,
    fixed: { ...recurrent.fixed, reset_after: true },
  },
  GroupedConv1D: {
    create: make(GroupedConv1D),
    kerasClass: "Conv1D",
    applies: ({ padding, groups }) => padding === "causal" || groups !== 1,
    values: { ...convolution, ...ownKernel, filters: count, groups: count },
    fixed: quiet,
  },
  DepthwiseConv1D: {
    create: make(DepthwiseConv1D),
    values: { ...convolution, ...kernel("depthwise"), depth_multiplier: count },
    fixed: quiet,
  },
  SeparableConv1D: {
    create: make(SeparableConv1D),
    values: {
      ...convolution,
      ...kernel("depthwise"),
      ...kernel("pointwise"),
      filters: count,
      depth_multiplier: count,
    },
    fixed: quiet,
  },
  Conv1DTranspose: {
    create: make(Conv1DTranspose),
    values: {
      ...convolution,
      ...ownKernel,
      filters: count,
      padding: word("valid", "same"),
      dilation_rate: undilated, // TensorFlow.js has no other
    },
    fixed: { ...quiet, output_padding: null },
  },
  ZeroPadding1D: { create: make(ZeroPadding1D), values: { ...spatial, padding: ends } },
  Cropping1D: { create: make(Cropping1D), values: { ...common, cropping: ends } },
  UpSampling1D: { create: make(UpSampling1D), values: { ...common, size: count } },
  Normalization: {
    create: make(Normalization),
    values: { ...common, axis: anything, invert: boolean, mean: anything, variance: anything },
    // How many values it learned from.
    unread: 1,
  },
  GroupNormalization: {
    create: make(GroupNormalization),
    values: { ...common, ...normalization, groups: integer, axis: lastAxis },
    fixed: { beta_constraint: null, gamma_constraint: null },
  },
  MultiHeadAttention: {
    create: make(MultiHeadAttention),
    values: {
      ...common,
      ...ownKernel,
      use_bias: boolean,
      bias_initializer: initializer,
      bias_regularizer: regularizer,
      bias_constraint: nothing,
      num_heads: count,
      key_dim: count,
      value_dim: count,
      dropout: number,
    },
    fixed: { ...quiet, output_shape: null },
    unwritten: { use_gate: false, sliding_window: null, flash_attention: null },
    free: { seed: null, attention_axes: [1] },
    inputs: ["query", "value", "key"],
    told: { use_causal_mask: boolean },
    absent: { use_causal_mask: false },
    names: { use_causal_mask: "causal" },
    weightPath(layer, index) {
      const each = layer.getConfig().useBias ? 2 : 1;
      return `${attentionParts[Math.floor(index / each)]}_dense/vars/${index % each}`;
    },
  },
  Attention: {
    create: make(Attention),
    values: { ...common, use_scale: boolean, dropout: number },
    fixed: { score_mode: "dot" },
    free: { seed: null },
    told: { use_causal_mask: boolean },
    absent: { use_causal_mask: false },
    names: { use_causal_mask: "causal" },
  },
};
