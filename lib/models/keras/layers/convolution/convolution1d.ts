import type * as tf from "@tensorflow/tfjs";
import { activationOf, type OwnConfig, OwnLayer, shapeOf } from "../own_layer.ts";
import { stepsAfter } from "./depthwise_convolve.ts";

/** What the convolutions of our own are made with, as TensorFlow.js's are. */
export interface ConvolutionConfig extends OwnConfig {
  filters: number;
  kernelSize: [number];
  strides: [number];
  padding: "valid" | "same" | "causal";
  dilationRate: [number];
  depthMultiplier: number;
  groups: number;
  useBias: boolean;
  activation?: unknown;
}

/** What the convolutions of our own have in common: a bias and an activation after it. */
export abstract class Convolution1D extends OwnLayer<ConvolutionConfig> {
  private bias?: tf.LayerVariable;
  private readonly activation = activationOf(this.given.activation);

  /** Channels of the output. */
  protected abstract channels(inputs: number): number;
  /** Makes the kernels. */
  protected abstract makeKernels(inputs: number): void;
  /** The convolution itself. */
  protected abstract convolve(x: tf.Tensor): tf.Tensor;

  protected get taps(): number {
    return this.given.kernelSize[0];
  }

  protected get steps() {
    const { strides, padding, dilationRate } = this.given;
    return { strides: strides[0], padding, dilationRate: dilationRate[0] };
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const inputs = shapeOf(inputShape).at(-1)!;
    this.makeKernels(inputs);
    const { useBias, biasInitializer, biasRegularizer } = this.given;
    if (useBias) {
      this.bias = this.make("bias", {
        shape: [this.channels(inputs)],
        initializer: biasInitializer,
        regularizer: biasRegularizer,
      });
    }
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    const [rows, steps, inputs] = shapeOf(inputShape);
    return [rows!, this.stepsOfOutput(steps!), this.channels(inputs!)];
  }

  protected stepsOfOutput(steps: number): number {
    return stepsAfter(steps, this.taps, this.steps);
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    const sums = this.convolve(x!);
    return this.activation.apply(this.bias ? sums.add(this.bias.read()) : sums);
  }
}
