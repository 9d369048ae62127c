import { fuseBatchNormalization } from "./batch_normalization.ts";
import { fuseBias } from "./bias.ts";
import { fuseConvolution } from "./convolution.ts";
import { fuseDropout } from "./dropout.ts";
import { fuseMaxPooling } from "./max_pooling.ts";
import type { Undo } from "./patch.ts";
import { fuseGru } from "./gru.ts";
import { fuseLstm } from "./lstm.ts";
import { fuseRelu } from "./relu.ts";
import { fuseShortConvolution } from "./short_convolution.ts";

/** Lets layers and gradients of TensorFlow.js use TensorFlow's fused ops, in this whole process. */
export function installFusedKernels(): Undo {
  const undo = [
    fuseRelu(),
    fuseBias(),
    fuseConvolution(),
    fuseShortConvolution(),
    fuseBatchNormalization(),
    fuseDropout(),
    fuseMaxPooling(),
    fuseLstm(),
    fuseGru(),
  ];
  return () => undo.reverse().forEach((one) => one());
}
