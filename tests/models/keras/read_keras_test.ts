import assert from "node:assert/strict";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { readKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { writeArchive } from "../../../lib/models/keras/archive.ts";
import {
  changedKeras,
  type Description,
  encode,
  goldenPath,
  goldenRows,
  goldens,
  layerOf,
  unpackKeras,
} from "./keras_fixtures.ts";

await startBackend();
const directory = await Deno.makeTempDir();
globalThis.addEventListener("unload", () => Deno.removeSync(directory, { recursive: true }));

for (const [name, version] of goldens) {
  Deno.test(`readKeras() computes what Keras ${version} does from its ${name}`, async () => {
    const model = await readKeras(goldenPath(name, version));
    const { tensors, outputs } = await goldenRows(name, model);
    const made = [model.predict(tensors)].flat();
    assert.equal(made.length, outputs.length);
    made.forEach((tensor, i) => {
      const { shape, values } = outputs[i]!;
      assert.deepEqual(tensor.shape, shape);
      tensor.dataSync().forEach((value, j) => assert.ok(Math.abs(value - values[j]!) < 1e-5));
    });
  });
}

Deno.test("a model that was read goes on training", async () => {
  const model = await readKeras(goldenPath("cnn"));
  const { tensors, outputs } = await goldenRows("cnn", model);
  model.compile({ optimizer: "adam", loss: "meanSquaredError" });
  const { history } = await model.fit(tensors, tf.zeros(outputs[0]!.shape), {
    epochs: 40, // enough to stand out from the noise of dropout
    verbose: 0,
  });
  assert.ok((history.loss!.at(-1) as number) < (history.loss![0] as number));
});

Deno.test("what Keras was not to train is not to be trained here", async () => {
  const model = await readKeras(goldenPath("branches"));
  assert.equal(model.getLayer("frozen").trainableWeights.length, 0);
  assert.equal(model.getLayer("logits").trainableWeights.length, 2);
});

const config = (className: string, change: Description) => (file: Description) => {
  Object.assign(layerOf(file, className).config, change);
};
const layer = (className: string, change: Description) => (file: Description) => {
  Object.assign(layerOf(file, className), change);
};
const call = (className: string, change: (node: Description) => void) => (file: Description) => {
  change(layerOf(file, className).inbound_nodes[0]);
};

const masking = { name: "block_1_dropout", trainable: true, dtype: "float32", mask_value: 0 };
const operation = (className: string, operation: string, own: Description) =>
  layer(className, {
    module: "keras.src.ops.numpy",
    class_name: operation,
    config: { name: "block_1_relu", ...own },
  });

const unsupported: [string, string, (file: Description) => unknown, RegExp][] = [
  ["a list", "cnn", () => [], /wanted config.json as an object, found \[\]/],
  ["a custom model", "cnn", (f) => ({ ...f, class_name: "Net" }), /Sequential model, found "Net"/],
  ["code", "cnn", layer("ReLU", { class_name: "Lambda" }), /found "keras.layers Lambda"/],
  [
    "an op that is not known",
    "cnn",
    layer("Add", { module: "keras.src.ops.math", class_name: "FFT" }),
    /wanted an operation of keras.ops \(.*found "keras.src.ops.math FFT"/,
  ],
  [
    "a class of one's own",
    "cnn",
    layer("ReLU", { module: null, class_name: "Doubled", registered_name: "Doubled" }),
    /wanted a layer of keras.layers .*, found "null Doubled"/,
  ],
  [
    "an op that mixes rows",
    "cnn",
    operation("ReLU", "Mean", { axis: 0, keepdims: true }),
    /fit layer ".*", found "wanted an axis that is not the rows', found 0/,
  ],
  [
    "an op that takes too much memory",
    "cnn",
    operation("ReLU", "Repeat", { repeats: 1e12, axis: 1 }),
    /fit layer ".*", found "wanted at most 67108864 values/,
  ],
  [
    "a mask that is not heeded",
    "cnn",
    layer("Dropout", { class_name: "Masking", config: masking }),
    /wanted no mask before "block_1_add"/,
  ],
  ["zeros at masked steps", "sequential", (f) => {
    layer("Dropout", { class_name: "Masking", config: masking })(f);
    config("LSTM", { return_sequences: true, zero_output_for_mask: true })(f);
  }, /wanted false in zero_output_for_mask of "lstm.*" after a mask, found true/],
  ["a mask before rescaling", "sequential", (f) => {
    layer("MaxPooling1D", { class_name: "Masking", config: masking })(f);
    const rescaling = { name: "scaled", trainable: true, dtype: "float32", scale: 2, offset: 1 };
    layer("Dropout", { class_name: "Rescaling", config: rescaling })(f);
  }, /wanted no mask before "scaled", found "Masking before Rescaling"/],
  [
    "a word for a number",
    "cnn",
    config("Conv1D", { filters: "many" }),
    /integer in filters of Con/,
  ],
  ["negative units", "cnn", config("Dense", { units: -1 }), /positive integer in units of Dense/],
  ["a missing key", "cnn", (f) => void delete layerOf(f, "Dense").config.units, /found nothing/],
  ["an unknown key", "cnn", config("Dense", { lora_rank: 4 }), /nothing in lora_rank of Dense/],
  ["constructor", "cnn", config("Dense", { constructor: 1 }), /nothing in constructor of Dense/],
  [
    "half precision",
    "cnn",
    config("Dense", { dtype: "float16" }),
    /one of the types float32, mixed_float16, mixed_bfloat16 in dt/,
  ],
  ["a hard sigmoid", "rnn", config("LSTM", { recurrent_activation: "hard_sigmoid" }), /wanted one/],
  ["a dilated transposed convolution", "cnn", (f) => {
    const convolution = layerOf(f, "Conv1D");
    const { groups: _groups, ...config } = convolution.config;
    convolution.class_name = "Conv1DTranspose";
    convolution.config = { ...config, output_padding: null, dilation_rate: [2] };
  }, /wanted \[1\] in dilation_rate of Conv1DTranspose ".*", found \[2\]/],
  ["groups that do not fit", "cnn", config("Conv1D", { groups: 2 }), /2 groups do not divide 1 ch/],
  ["a constraint", "cnn", config("Dense", { bias_constraint: {} }), /null in bias_constraint/],
  [
    "absurd units",
    "cnn",
    config("Dense", { units: 1e9 }),
    /float32 \[48,1000000000\] in layers\/de/,
  ],
  ["absurd inputs", "cnn", config("InputLayer", { batch_shape: [null, 2e9, 1] }), /at most 1677/],
  ["no kernel", "cnn", config("Conv1D", { kernel_size: [] }), /Conv1D ".*" that TensorFlow.js can/],
  ["two names alike", "cnn", config("Dense", { name: "flatten" }), /layers of different names/],
  ["an argument", "cnn", call("Dense", (n) => n.kwargs.training = true), /with its inputs alone/],
  ["no tensor", "cnn", call("Dense", (n) => n.args = [1]), /an input of "dense" as an object/],
  [
    "a circle",
    "cnn",
    call("ReLU", (n) => {
      n.args[0].config.keras_history = ["dense", 0, 0];
    }),
    /layers that do not wait for each other, found \["block_1_relu"/,
  ],
  [
    "a missing layer",
    "cnn",
    call("Dense", (n) => {
      n.args[0].config.keras_history = ["__proto__", 0, 0];
    }),
    /a reference \[layer, call, output\]/,
  ],
  ["inputs that do not fit", "cnn", call("Add", (n) => n.args[0].pop()), /fit layer "block_1_add"/],
  ["an unlike mirror", "rnn", (f) => {
    layerOf(f, "Bidirectional").config.backward_layer.config.units = 3;
  }, /backward_layer of Bidirectional "both_ways" to be/],
  ["a wrapped wrapper", "rnn", (f) => {
    layerOf(f, "Bidirectional").config.layer = structuredClone(layerOf(f, "Bidirectional"));
  }, /wanted a layer of keras.layers \(LSTM, GRU, SimpleRNN\), found "keras.layers Bidir/],
  ["no input", "sequential", (f) => void f.config.layers.shift(), /an input and layers after it/],
  ["an output that is none", "cnn", (f) => {
    f.config.output_layers = [["dense", 7, 0]];
  }, /a call of a layer, found \["dense",7,0\]/],
];

for (const [what, name, change, message] of unsupported) {
  Deno.test(`readKeras() says what is wrong with a description with ${what}`, async () => {
    const tensors = tf.memory().numTensors;
    await assert.rejects(readBytes(await changedKeras(name, change)), (error: Error) => {
      assert.match(error.message, /^Cannot read model ".*\.keras": wanted /);
      assert.match(error.message, message);
      return true;
    });
    assert.equal(tf.memory().numTensors, tensors);
  });
}

Deno.test("readKeras() says what is wrong with a file that is none of Keras 3", async () => {
  const files = await unpackKeras(goldenPath("cnn"));
  const packed = (changed: object) => writeArchive({ ...files, ...changed });
  const deep = "[".repeat(500_000) + "]".repeat(500_000);
  const whole = await Deno.readFile(goldenPath("cnn"));
  const cases: [Uint8Array, RegExp][] = [
    [new Uint8Array(0), /wanted a zip archive/],
    [encode("{}"), /wanted a zip archive/],
    [whole.subarray(0, 30_000), /wanted a zip archive/],
    [await packed({ "metadata.json": encode('{"keras_version": "2.15.0"}') }), /a file of Keras 3/],
    [await packed({ "config.json": encode("{") }), /wanted JSON in config.json/],
    [await packed({ "config.json": encode(deep) }), /config.json as an object, found \[\[/],
    [await packed({ "model.weights.h5": encode("none") }), /wanted HDF5 in model.weights.h5/],
    [
      await packed({ "model.weights.h5": files["model.weights.h5"].slice(0, 20_000) }),
      /wanted HDF5/,
    ],
    [await writeArchive({ "config.json": files["config.json"] }), /wanted one file metadata.json/],
  ];
  for (const [bytes, message] of cases) await assert.rejects(readBytes(bytes), message);
  await assert.rejects(readKeras(join(directory, "none.keras")), /none.keras": No such file/);
  await assert.rejects(
    readKeras(directory),
    /wanted a regular file, found a folder/,
  );
});

Deno.test("readKeras() reads or refuses a file with damage anywhere, and goes on working", async () => {
  const files = await unpackKeras(goldenPath("sequential"));
  for (let i = 0; i < 60; i++) {
    const weights = files["model.weights.h5"].slice();
    // Near the start, where HDF5 keeps what it finds the rest by.
    for (let j = 0; j < 8; j++) weights[(i * 131 + j * 97) % 4096] = (i * 37 + j * 11) % 256;
    const bytes = await writeArchive({ ...files, "model.weights.h5": weights });
    await readBytes(bytes).then((model) => model.dispose(), (error) => {
      assert.match(error.message, /^Cannot read model ".*": wanted .*, found /);
    });
  }
  await readKeras(goldenPath("sequential"));
});

async function readBytes(bytes: Uint8Array): Promise<tf.LayersModel> {
  const path = join(directory, "changed.keras");
  await Deno.writeFile(path, bytes);
  return await readKeras(path);
}
