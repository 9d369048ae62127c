import type * as tf from "@tensorflow/tfjs";
import { Convolution1D } from "./convolution1d.ts";
import { depthwiseConvolve } from "./depthwise_convolve.ts";

/** A convolution of each channel by itself; TensorFlow.js has the one of two dimensions alone. */
export class DepthwiseConv1D extends Convolution1D {
  static className = "DepthwiseConv1D";
  private kernel!: tf.LayerVariable;

  protected override channels(inputs: number): number {
    return inputs * this.given.depthMultiplier;
  }

  protected override makeKernels(inputs: number): void {
    const { depthMultiplier, depthwiseInitializer, depthwiseRegularizer } = this.given;
    this.kernel = this.make("kernel", {
      shape: [this.taps, inputs, depthMultiplier],
      initializer: depthwiseInitializer,
      regularizer: depthwiseRegularizer,
    });
  }

  protected override convolve(x: tf.Tensor): tf.Tensor {
    return depthwiseConvolve(x, this.kernel.read(), this.steps);
  }
}
