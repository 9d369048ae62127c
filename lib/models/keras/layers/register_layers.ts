import * as tf from "@tensorflow/tfjs";
import { AllSteps } from "./all_steps.ts";
import { Attention } from "./attention/attention.ts";
import { Conv1DTranspose } from "./convolution/conv1d_transpose.ts";
import { Cropping1D } from "./steps/cropping1d.ts";
import { DepthwiseConv1D } from "./convolution/depthwise_conv1d.ts";
import { DropMask } from "./drop_mask.ts";
import { Flatten } from "./flatten.ts";
import { GroupedConv1D } from "./convolution/grouped_conv1d.ts";
import { GroupNormalization } from "./group_normalization.ts";
import { GruResetAfter, GruResetAfterCell } from "./gru_reset_after.ts";
import { Identity } from "./identity.ts";
import { MultiHeadAttention } from "./attention/multi_head_attention.ts";
import { Normalization } from "./normalization.ts";
import { Operation } from "./operation.ts";
import { SeparableConv1D } from "./convolution/separable_conv1d.ts";
import { UpSampling1D } from "./steps/up_sampling1d.ts";
import { ZeroMasked } from "./zero_masked.ts";
import { ZeroPadding1D } from "./steps/zero_padding1d.ts";

/** The layers of our own, for what Keras has and TensorFlow.js has not. */
export const ownLayers = [
  AllSteps,
  Attention,
  Conv1DTranspose,
  Cropping1D,
  DepthwiseConv1D,
  DropMask,
  Flatten,
  GroupedConv1D,
  GroupNormalization,
  GruResetAfter,
  GruResetAfterCell,
  Identity,
  MultiHeadAttention,
  Normalization,
  Operation,
  SeparableConv1D,
  UpSampling1D,
  ZeroMasked,
  ZeroPadding1D,
];

/** Lets TensorFlow.js make {@linkcode ownLayers} from a model's file. */
export function registerLayers(): void {
  for (const layer of ownLayers) {
    tf.serialization.registerClass(
      layer as unknown as tf.serialization.SerializableConstructor<never>,
    );
  }
}
