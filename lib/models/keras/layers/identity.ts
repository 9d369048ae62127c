import type * as tf from "@tensorflow/tfjs";
import { OwnLayer } from "./own_layer.ts";

/** Its input as it is, in a tensor of its own. */
export class Identity extends OwnLayer {
  static className = "Identity";
  override supportsMasking = true;

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    return x!.clone();
  }
}
