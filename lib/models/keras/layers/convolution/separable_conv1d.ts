import * as tf from "@tensorflow/tfjs";
import { Convolution1D } from "./convolution1d.ts";
import { depthwiseConvolve } from "./depthwise_convolve.ts";

/** A convolution of each channel by itself, then one of width 1 over all; TensorFlow.js has it for images alone. */
export class SeparableConv1D extends Convolution1D {
  static className = "SeparableConv1D";
  private depthwise!: tf.LayerVariable;
  private pointwise!: tf.LayerVariable;

  protected override channels(): number {
    return this.given.filters;
  }

  protected override makeKernels(inputs: number): void {
    const { depthMultiplier, filters } = this.given;
    this.depthwise = this.make("depthwise_kernel", {
      shape: [this.taps, inputs, depthMultiplier],
      initializer: this.given.depthwiseInitializer,
      regularizer: this.given.depthwiseRegularizer,
    });
    this.pointwise = this.make("pointwise_kernel", {
      shape: [1, inputs * depthMultiplier, filters],
      initializer: this.given.pointwiseInitializer,
      regularizer: this.given.pointwiseRegularizer,
    });
  }

  protected override convolve(x: tf.Tensor): tf.Tensor {
    const each = depthwiseConvolve(x, this.depthwise.read(), this.steps) as tf.Tensor3D;
    return tf.conv1d(each, this.pointwise.read() as tf.Tensor3D, 1, "valid");
  }
}
