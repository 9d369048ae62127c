import defer * as tf from "@tensorflow/tfjs";
import { orthogonal } from "./orthogonal.ts";

/** Gives each layer of a model initial weights of its own from one seed. */
export function layerInitializers(seed: number) {
  let layer = 0;
  // TensorFlow.js takes the seed 0 for none; the factor keeps neighbouring seeds' layers apart.
  const next = () => 1 + (seed * 1009 + layer++) * 7919 % 0x7fffffff;
  return {
    /** Glorot & Bengio 2010, uniform: the default of Keras for convolutions and dense layers. */
    glorot: () => tf.initializers.glorotUniform({ seed: next() }),
    /** Saxe et al. 2014: the default of Keras for recurrent weights. */
    orthogonal: () => orthogonal(next()),
  };
}
