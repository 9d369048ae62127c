import defer * as tf from "@tensorflow/tfjs";
import { createPrng, gaussianPrng } from "lib/random/mod.ts";

/**
 * Weights whose rows or columns, whichever are fewer, are orthonormal (Saxe et al. 2014). It is TensorFlow.js's
 * own initializer, and goes by its name in files, but finds the weights by Gram and Schmidt's method instead of
 * thousands of ops.
 */
export function orthogonal(seed: number): Initializer {
  const initializer = tf.initializers.orthogonal({ seed });
  initializer.apply = ([rows, columns]) => {
    const [count, length] = rows! < columns! ? [rows!, columns!] : [columns!, rows!];
    const vectors = orthonormalVectors(count, length, gaussianPrng(createPrng(seed)));
    const matrix = tf.tensor2d(vectors.flatMap((vector) => [...vector]), [count, length]);
    return rows! < columns! ? matrix : matrix.transpose();
  };
  return initializer;
}

type Initializer = ReturnType<typeof tf.initializers.orthogonal>;

function orthonormalVectors(count: number, length: number, normal: () => number): Float64Array[] {
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, normal);
    // Twice is enough (Kahan): what rounding left of the others goes with the second pass.
    for (const other of [...vectors, ...vectors]) {
      const share = dot(vector, other);
      for (let i = 0; i < length; i++) vector[i] = vector[i]! - share * other[i]!;
    }
    const norm = Math.sqrt(dot(vector, vector));
    vectors.push(vector.map((value) => value / norm));
  }
  return vectors;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
