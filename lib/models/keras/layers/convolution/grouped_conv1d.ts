import * as tf from "@tensorflow/tfjs";
import { Convolution1D } from "./convolution1d.ts";
import { padSteps } from "./depthwise_convolve.ts";

/** Keras's Conv1D where it is causal or its channels are convolved in groups; TensorFlow.js has neither. */
export class GroupedConv1D extends Convolution1D {
  static className = "GroupedConv1D";
  private kernel!: tf.LayerVariable;

  protected override channels(): number {
    return this.given.filters;
  }

  protected override makeKernels(inputs: number): void {
    const { filters, groups, kernelInitializer, kernelRegularizer } = this.given;
    if (inputs % groups !== 0 || filters % groups !== 0) {
      throw new Error(`${groups} groups do not divide ${inputs} channels into ${filters}`);
    }
    this.kernel = this.make("kernel", {
      shape: [this.taps, inputs / groups, filters],
      initializer: kernelInitializer,
      regularizer: kernelRegularizer,
    });
  }

  protected override convolve(x: tf.Tensor): tf.Tensor {
    const { strides, dilationRate } = this.steps;
    const { groups } = this.given;
    const padded = tf.split(padSteps(x, this.taps, this.steps), groups, 2) as tf.Tensor3D[];
    const kernels = tf.split(this.kernel.read(), groups, 2) as tf.Tensor3D[];
    const parts = padded.map((part, i) =>
      tf.conv1d(part, kernels[i]!, strides, "valid", "NWC", dilationRate)
    );
    return groups === 1 ? parts[0]! : tf.concat(parts, 2);
  }
}
