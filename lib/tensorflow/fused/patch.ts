import defer * as tf from "@tensorflow/tfjs";

/** Undoes a patch. */
export type Undo = () => void;

/** What a layer's `call` is told besides its inputs; {@linkcode LayerArguments.random} is ours. */
export interface LayerArguments {
  /** Whether the model is being trained. */
  training?: boolean;
  /** Random state for dropout: int32 [2], seed and step. */
  random?: tf.Tensor;
  /** Which steps of the inputs count. */
  mask?: tf.Tensor | tf.Tensor[];
  /** State that a recurrent layer starts from. */
  initialState?: tf.Tensor[];
  /** Whatever else a layer takes. */
  [name: string]: unknown;
}

type Call<L> = (
  layer: L,
  inputs: tf.Tensor,
  args: LayerArguments,
) => tf.Tensor | undefined;

/**
 * Replaces the `call` of a layer's class, for all its layers in this process. Where the replacement gives
 * `undefined` (a case it does not cover), the layer's own code runs.
 *
 * @param sample any layer of the class.
 */
export function patchLayer<L extends tf.layers.Layer>(
  sample: tf.layers.Layer,
  call: Call<L>,
): Undo {
  const prototype = Object.getPrototypeOf(sample) as tf.layers.Layer;
  const inherited = !Object.hasOwn(prototype, "call");
  const own = prototype.call;
  prototype.call = function (inputs, args) {
    const one = Array.isArray(inputs) ? inputs.length === 1 ? inputs[0] : undefined : inputs;
    const output = one && tf.tidy(() => call(this as L, one, args ?? {}));
    return output ?? own.call(this, inputs, args);
  };
  return () => {
    if (inherited) delete (prototype as { call?: unknown }).call;
    else prototype.call = own;
  };
}

/** Replaces parts of an op's gradient. */
export function patchGradient(kernelName: string, change: Partial<tf.GradConfig>): Undo {
  const own = tf.getGradient(kernelName);
  const set = (config: tf.GradConfig) => {
    tf.unregisterGradient(kernelName);
    tf.registerGradient(config);
  };
  set({ ...own, ...change });
  return () => set(own);
}

/** Replaces the TensorFlow backend's kernel of an op. */
export function patchKernel(kernelName: string, kernelFunc: tf.KernelFunc): Undo {
  const own = tf.getKernel(kernelName, "tensorflow");
  const set = (config: tf.KernelConfig) => {
    tf.unregisterKernel(kernelName, "tensorflow");
    tf.registerKernel(config);
  };
  set({ ...own, kernelFunc });
  return () => set(own);
}
