import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { MultiHeadAttention } from "../../../../../lib/models/keras/layers/attention/multi_head_attention.ts";

Deno.test("MultiHeadAttention refuses inputs of more axes than rows, steps and values when it is built", () => {
  const numbers = { numHeads: 2, keyDim: 3, valueDim: 3, dropout: 0 };
  const layer = new MultiHeadAttention({
    ...numbers,
    outputShape: null,
    useBias: true,
    causal: false,
  });
  const image = tf.input({ shape: [3, 2, 4] });
  assert.throws(() => layer.apply([image, image]), /wanted inputs of 3 axes, found one of 4/);
});
