import * as tf from "@tensorflow/tfjs";
import { startTensorflow } from "lib/tensorflow/mod.ts";
import { fuseGru } from "lib/tensorflow/fused/gru.ts";
import { fuseLstm } from "lib/tensorflow/fused/lstm.ts";
import { assertClose, outputAndGradients } from "./compare.ts";

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
const cases: Record<string, Partial<Arguments>> = {
  "all states": { returnSequences: true },
  "the last state": { returnSequences: false },
  "all states, backwards": { returnSequences: true, goBackwards: true },
  "the last state, backwards": { goBackwards: true },
  "another activation": { activation: "relu" },
  "another recurrent activation": { recurrentActivation: "hardSigmoid" },
  "no bias": { useBias: false },
  "128 units": { units: 128, returnSequences: true },
};
/** More rows than go into one product of the backward pass, whose last block is shorter. */
const shapes: Record<string, number[]> = { "": [4, 7, 3], " of many rows": [300, 9, 3] };

for (const [cell, make] of Object.entries(layers)) {
  for (const [name, args] of Object.entries(cases)) {
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
