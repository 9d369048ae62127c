import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { cudnnLstm } from "lib/tensorflow/fused/recurrent/cudnn_lstm.ts";

const backend = await startTensorflow({ intra: 1, inter: 2 });

Deno.test("the cuDNN LSTM and its gradients are recorded with the shapes of their inputs", () => {
  // Without a GPU the ops can be described but not run: only shapes can be checked here.
  const [x, weights, bias] = [tf.ones([7, 4, 3]), tf.ones([8, 20]), tf.ones([20])];
  backend.binding.beginTrace();
  try {
    const inputs = [x, weights, bias].map((tensor) =>
      backend.createOutputTensor(backend.binding.addArgument(tensor.shape, 1))
    ) as [tf.Tensor3D, tf.Tensor, tf.Tensor];
    const output = cudnnLstm(...inputs);
    assert.deepEqual(output.shape, [7, 4, 5]);
    const gradients = tf.grads((...args: tf.Tensor[]) =>
      cudnnLstm(...args as [tf.Tensor3D, tf.Tensor, tf.Tensor])
    )(inputs, tf.ones([7, 4, 5]));
    assert.deepEqual(gradients.map(({ shape }) => shape), [[7, 4, 3], [8, 20], [20]]);
  } finally {
    backend.binding.abortTrace();
  }
});
