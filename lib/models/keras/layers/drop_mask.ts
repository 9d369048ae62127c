import type * as tf from "@tensorflow/tfjs";
import { OwnLayer } from "./own_layer.ts";

/**
 * Its inputs without their mask, for layers after it that Keras gives none: TensorFlow.js refuses to compute them with
 * one.
 */
export class DropMask extends OwnLayer {
  static className = "DropMask";
  override supportsMasking = true;

  override computeMask(): tf.Tensor {
    return null as unknown as tf.Tensor; // as TensorFlow.js says that there is none
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    return x!.clone();
  }
}
