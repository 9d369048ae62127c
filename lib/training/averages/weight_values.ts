import defer * as tf from "@tensorflow/tfjs";

/** Copies of the values of float32 tensors. */
export function valuesOf(tensors: tf.Tensor[]): Float32Array[] {
  return tensors.map((tensor) => tensor.dataSync<"float32">().slice());
}

/** Gives variables of a model new values, one array each. */
export function assignValues(variables: tf.Tensor[], values: Float32Array[]): void {
  tf.tidy(() =>
    variables.forEach((variable, i) =>
      (variable as tf.Variable).assign(tf.tensor(values[i]!, variable.shape))
    )
  );
}
