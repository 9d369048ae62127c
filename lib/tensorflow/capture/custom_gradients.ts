import defer * as tf from "@tensorflow/tfjs";

/** A function of several tensors to several tensors, and its gradient. */
export interface Differentiable {
  /** `save` keeps tensors for the gradient. */
  forward(save: (tensors: tf.Tensor[]) => void): tf.Tensor[];
  /**
   * @param dys gradients by the outputs.
   * @returns gradients by the inputs, in their order.
   */
  gradient(dys: tf.Tensor[], saved: tf.Tensor[]): tf.Tensor[];
}

/** `tf.customGrad` for functions with more than one output; it is what `tf.customGrad` calls. */
export function customGradients(
  inputs: tf.Tensor[],
  { forward, gradient }: Differentiable,
): tf.Tensor[] {
  return (tf.engine() as unknown as Engine).runKernelFunc({
    inputs: Object.fromEntries(inputs.entries()),
    forwardFunc: (_, save) => forward(save),
    backwardsFunc: (dys, saved) =>
      Object.fromEntries(gradient([dys].flat(), saved).map((dx, i) => [i, () => dx])),
  });
}

interface Engine {
  runKernelFunc(params: {
    inputs: Record<string, tf.Tensor>;
    forwardFunc(backend: unknown, save: (tensors: tf.Tensor[]) => void): tf.Tensor[];
    backwardsFunc(
      dys: tf.Tensor | tf.Tensor[],
      saved: tf.Tensor[],
    ): Record<string, () => tf.Tensor>;
  }): tf.Tensor[];
}
