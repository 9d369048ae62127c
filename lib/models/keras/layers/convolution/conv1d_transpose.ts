import * as tf from "@tensorflow/tfjs";
import { Convolution1D } from "./convolution1d.ts";

/** A convolution backwards, from fewer steps to more; TensorFlow.js has it for images alone. */
export class Conv1DTranspose extends Convolution1D {
  static className = "Conv1DTranspose";
  private kernel!: tf.LayerVariable;

  protected override channels(): number {
    return this.given.filters;
  }

  protected override makeKernels(inputs: number): void {
    this.kernel = this.make("kernel", {
      shape: [this.taps, this.given.filters, inputs],
      initializer: this.given.kernelInitializer,
      regularizer: this.given.kernelRegularizer,
    });
  }

  protected override stepsOfOutput(steps: number): number {
    const { strides, padding } = this.steps;
    return steps * strides + (padding === "same" ? 0 : Math.max(this.taps - strides, 0));
  }

  protected override convolve(x: tf.Tensor): tf.Tensor {
    const [rows, steps, inputs] = x.shape as [number, number, number];
    const { filters } = this.given;
    const { strides, padding } = this.steps;
    const length = this.stepsOfOutput(steps);
    const result = tf.conv2dTranspose(
      x.reshape([rows, 1, steps, inputs]) as tf.Tensor4D,
      this.kernel.read().reshape([1, this.taps, filters, inputs]) as tf.Tensor4D,
      [rows, 1, length, filters],
      [1, strides],
      padding as "valid" | "same",
    );
    return result.reshape([rows, length, filters]);
  }
}
