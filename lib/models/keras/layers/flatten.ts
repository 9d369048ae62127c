import * as tf from "@tensorflow/tfjs";
import { classOf } from "./serialized.ts";

const TensorflowFlatten = classOf(tf.layers.flatten());

/**
 * TensorFlow.js's Flatten, in whose place it stands, that takes what is flat already too, [rows, values], as Keras's
 * does.
 */
export class Flatten extends TensorflowFlatten {
  static className = "Flatten";

  constructor(config: never) {
    super(config);
    this.inputSpec = [{ minNDim: 2 }];
  }
}
