import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseGru } from "lib/tensorflow/fused/recurrent/gru.ts";
import { fuseLstm } from "lib/tensorflow/fused/recurrent/lstm.ts";
import {
  isPlainRecurrence,
  type RecurrentLayer,
} from "lib/tensorflow/fused/recurrent/recurrent_layer.ts";
import { assertClose, operationsOf, outputAndGradients } from "../compare.ts";

await startTensorflow({ intra: 1, inter: 2 });

type Arguments = Parameters<typeof tf.layers.lstm>[0];
const layers = {
  LSTM: (args: Arguments) => tf.layers.lstm(args),
  GRU: (args: Arguments) => tf.layers.gru(args),
};
const seeded = (seed: number) => tf.initializers.randomNormal({ stddev: 0.4, seed });
const common = {
  units: 6,
  kernelInitializer: seeded(1),
  recurrentInitializer: seeded(2),
  biasInitializer: seeded(3),
};
const covered: Record<string, Partial<Arguments>> = {
  "all states": { returnSequences: true },
  "the last state": { returnSequences: false },
  "all states, backwards": { returnSequences: true, goBackwards: true },
  "the last state, backwards": { goBackwards: true },
  "128 units": { units: 128, returnSequences: true },
};
const others: Record<string, Partial<Arguments>> = {
  "another activation": { activation: "relu" },
  "another recurrent activation": { recurrentActivation: "hardSigmoid" },
  "no bias": { useBias: false },
};
/** More rows than go into one product of the backward pass, whose last block is shorter. */
const shapes: Record<string, number[]> = {
  "": [4, 7, 3],
  " of many rows": [300, 9, 3],
  " of one row and two steps": [1, 2, 3],
};

for (const [cell, make] of Object.entries(layers)) {
  for (const [name, args] of Object.entries({ ...covered, ...others })) {
    for (const [size, shape] of Object.entries(shapes)) {
      for (const captured of [false, true]) {
        const how = captured ? ", captured" : "";
        Deno.test(`${cell} (${name})${size} equals the layer's own code${how}`, () => {
          const build = () =>
            make({ recurrentActivation: "sigmoid", ...common, ...args } as Arguments);
          const wanted = outputAndGradients(build(), shape);
          const undo = cell === "LSTM" ? fuseLstm() : fuseGru();
          try {
            assertClose(outputAndGradients(build(), shape, { captured }), wanted, 1e-4);
          } finally {
            undo();
          }
        });
      }
    }
  }

  for (const [name, args] of Object.entries({ ...covered, ...others })) {
    const stays = name in others;
    Deno.test(`${cell} (${name}) is ${stays ? "left to the layer's own code" : "fused"}`, () => {
      const operations = () =>
        operationsOf(
          make({ recurrentActivation: "sigmoid", ...common, ...args } as Arguments),
          [4, 7, 3],
        );
      const own = operations();
      const undo = cell === "LSTM" ? fuseLstm() : fuseGru();
      try {
        assert.equal(operations() === own, stays);
      } finally {
        undo();
      }
    });
  }

  Deno.test(`${cell} with a state of its own, or dropout or a mask inside, is not fused`, () => {
    const isPlain = (options: Partial<Arguments>, args = {}) => {
      const all = { recurrentActivation: "sigmoid", ...common, ...options };
      return isPlainRecurrence(make(all as Arguments) as unknown as RecurrentLayer, args);
    };
    assert.ok(isPlain({}));
    assert.ok(isPlain({}, { mask: [null], initialState: null }));
    const inside = [{ dropout: 0.1 }, { recurrentDropout: 0.1 }, { returnState: true }];
    for (const options of [...inside, { stateful: true }]) assert.ok(!isPlain(options));
    for (const args of [{ mask: tf.ones([4, 7]) }, { initialState: [tf.zeros([4, 6])] }]) {
      assert.ok(!isPlain({}, args));
    }
  });

  Deno.test(`${cell} in both directions equals the layer's own code`, () => {
    const build = () =>
      tf.layers.bidirectional({
        layer: make({
          recurrentActivation: "sigmoid",
          returnSequences: true,
          ...common,
        } as Arguments) as never,
        mergeMode: "concat",
      });
    const wanted = outputAndGradients(build(), [4, 7, 3]);
    const undo = cell === "LSTM" ? fuseLstm() : fuseGru();
    try {
      assertClose(outputAndGradients(build(), [4, 7, 3]), wanted, 1e-4);
    } finally {
      undo();
    }
  });

  Deno.test(`${cell} with masked steps equals the layer's own code`, () => {
    const build = () => {
      const input = tf.input({ shape: [7, 3] });
      const masked = tf.layers.masking({ maskValue: 0 }).apply(input);
      const output = make({ recurrentActivation: "sigmoid", ...common } as Arguments).apply(masked);
      return tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    };
    const x = tf.randomNormal([4, 7, 3], 0, 1, "float32", 9)
      .mul(tf.tensor3d([1, 1, 1, 0, 0, 1, 0], [1, 7, 1]));
    const predict = () => [[...(build().predict(x) as tf.Tensor).dataSync()]];
    const wanted = predict();
    const undo = cell === "LSTM" ? fuseLstm() : fuseGru();
    try {
      assertClose(predict(), wanted, 1e-4);
    } finally {
      undo();
    }
  });
}
