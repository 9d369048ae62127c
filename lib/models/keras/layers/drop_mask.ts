import type * as tf from "@tensorflow/tfjs";
import { Identity } from "./identity.ts";

/**
 * Its input without its mask, for layers after it that Keras gives none: TensorFlow.js refuses to compute them with
 * one.
 */
export class DropMask extends Identity {
  static override className = "DropMask";

  override computeMask(): tf.Tensor {
    return null as unknown as tf.Tensor; // as TensorFlow.js says that there is none
  }
}
