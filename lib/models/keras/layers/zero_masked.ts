import type * as tf from "@tensorflow/tfjs";
import { OwnLayer } from "./own_layer.ts";

/**
 * Its input with zeros at the steps that its mask leaves out, as Keras's Bidirectional gives them; TensorFlow.js's gives
 * there what it gave at the step before.
 */
export class ZeroMasked extends OwnLayer {
  static className = "ZeroMasked";
  override supportsMasking = true;

  protected override compute([x]: tf.Tensor[], { mask }: Record<string, unknown>): tf.Tensor {
    const [kept] = [mask].flat() as [tf.Tensor];
    return x!.mul(kept.toFloat().expandDims(-1));
  }
}
