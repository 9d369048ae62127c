import * as tf from "@tensorflow/tfjs";
import { Identity } from "./identity.ts";

/**
 * Its input with a mask that leaves out no step, for recurrent layers after it: in a model with masks elsewhere
 * TensorFlow.js gives a layer without a mask that of a layer before.
 */
export class AllSteps extends Identity {
  static override className = "AllSteps";

  override computeMask(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [x] = [inputs].flat() as [tf.Tensor];
    return tf.ones([x.shape[0]!, x.shape[1]!], "bool");
  }
}
