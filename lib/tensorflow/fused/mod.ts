import { type KernelName, leaveOutKernels } from "../kernels.ts";
import { fuseBatchNormalization } from "./normalization/batch_normalization.ts";
import { keepFrozenStatistics } from "./normalization/frozen_normalization.ts";
import { fuseBias } from "./bias.ts";
import { fuseFilterGradient, fuseNarrowConvolution } from "./convolution.ts";
import { fuseDropout } from "./dropout.ts";
import { fuseMaxPooling } from "./max_pooling.ts";
import type { Undo } from "./patch.ts";
import { fuseGru } from "./recurrent/gru.ts";
import { fuseLstm } from "./recurrent/lstm.ts";
import { fuseRelu } from "./relu.ts";
import { fuseShortConvolution } from "./short_convolution.ts";

/**
 * Lets layers and gradients of TensorFlow.js use TensorFlow's fused ops, in this whole process.
 *
 * @param unused kernels to do without.
 */
export function installFusedKernels(unused: readonly KernelName[] = []): Undo {
  leaveOutKernels(unused);
  const undo = patches.flatMap(([name, patch]) => name && unused.includes(name) ? [] : [patch()]);
  return () => {
    undo.reverse().forEach((one) => one());
    leaveOutKernels([]);
  };
}

/** What each kernel changes; loops and parts are asked for where they are used. */
const patches: [KernelName | undefined, () => Undo][] = [
  ["relu", fuseRelu],
  ["bias", fuseBias],
  ["narrowConvolution", fuseNarrowConvolution],
  ["filterGradient", fuseFilterGradient],
  ["shortConvolution", fuseShortConvolution],
  ["normalization", fuseBatchNormalization],
  [undefined, keepFrozenStatistics],
  [undefined, fuseDropout],
  ["maxPooling", fuseMaxPooling],
  ["lstm", fuseLstm],
  ["gru", fuseGru],
];
