import defer * as tf from "@tensorflow/tfjs";
import type { Attribute } from "../../c_api/attributes.ts";
import { currentBackend } from "../../backend.ts";
import { attribute } from "../../capture/native_op.ts";

/**
 * All hidden states of an LSTM that starts at zero, by NVIDIA's cuDNN. Unchecked: it was recorded into graphs,
 * but never run on a GPU.
 *
 * @param x [time, rows, features].
 * @param weights [features + units, 4 units], gates in the order input, forget, candidate, output.
 * @param bias [4 units].
 * @returns [time, rows, units].
 */
export function cudnnLstm(x: tf.Tensor3D, weights: tf.Tensor, bias: tf.Tensor): tf.Tensor3D {
  const units = bias.size / 4;
  const fused = tf.customGrad((...inputs) => {
    const [x, packed, save] = inputs as unknown as [tf.Tensor3D, tf.Tensor1D, tf.GradSaveFunc];
    const { states, reserved } = forward(x, packed, units);
    save([x, packed, ...states]);
    return {
      value: states[0]!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => backward(dy, saved, { units, reserved }),
    };
  });
  return fused(x, packParameters(weights, bias, x.shape[2])) as tf.Tensor3D;
}

/** cuDNN's one vector: each gate's matrix of the input, then of the state, transposed; then both biases. */
function packParameters(weights: tf.Tensor, bias: tf.Tensor, features: number): tf.Tensor {
  const units = bias.size / 4;
  const ofInput = weights.slice([0, 0], [features, 4 * units]);
  const ofState = weights.slice([features, 0], [units, 4 * units]);
  const flat = (matrix: tf.Tensor) => matrix.transpose().reshape<tf.Tensor1D>([-1]);
  return tf.concat([
    flat(ofInput),
    flat(ofState),
    tf.zerosLike(bias) as tf.Tensor1D, // cuDNN has a second bias, Keras does not
    bias as tf.Tensor1D,
  ]);
}

const common = [
  attribute.type("T", "float32"),
  attribute.string("rnn_mode", "lstm"),
  attribute.string("input_mode", "linear_input"),
  attribute.string("direction", "unidirectional"),
  attribute.float("dropout", 0),
  attribute.int("seed", 0),
  attribute.int("seed2", 0),
  attribute.int("num_proj", 0),
  attribute.bool("time_major", true),
];

function forward(x: tf.Tensor3D, packed: tf.Tensor, units: number) {
  const attributes = [...common, attribute.bool("is_training", true)];
  const outputs = execute("CudnnRNNV3", attributes, [...starts(x, units, packed)], 5);
  const states = outputs.slice(0, 4).map((output) => currentBackend()!.createOutputTensor(output));
  return { states, reserved: outputs[4]!.id }; // int8 on the host: no type of TensorFlow.js
}

function backward(
  dy: tf.Tensor,
  saved: tf.Tensor[],
  { units, reserved }: { units: number; reserved: number },
): tf.Tensor[] {
  const [x, packed, output, lastHidden, lastCell, space] = saved as [
    tf.Tensor3D,
    ...Five<tf.Tensor>,
  ];
  const inputs = [
    ...starts(x, units, packed),
    ...[output, lastHidden, lastCell, dy, tf.zerosLike(lastHidden), tf.zerosLike(lastCell), space],
  ];
  const [byInput, , , byParameters] = execute("CudnnRNNBackpropV3", common, inputs, 4, reserved);
  const backend = currentBackend()!;
  backend.binding.deleteTensor(reserved);
  return [byInput!, byParameters!].map((output, i) =>
    backend.createOutputTensor({ ...output, shape: [x, packed][i]!.shape })
  );
}

type Five<T> = [T, T, T, T, T];

/** Input, zero hidden and cell state, parameters, and a length for each row: all steps. */
function starts(x: tf.Tensor3D, units: number, packed: tf.Tensor): tf.Tensor[] {
  const [time, rows] = x.shape;
  const zero = tf.zeros([1, rows, units]);
  return [x, zero, zero, packed, tf.fill([rows], time, "int32")];
}

function execute(
  name: string,
  attributes: Attribute[],
  inputs: tf.Tensor[],
  outputs: number,
  last?: number,
) {
  const backend = currentBackend()!;
  const ids = backend.getInputTensorIds(inputs);
  return backend.binding.executeOp(
    name,
    attributes,
    last === undefined ? ids : [...ids, last],
    outputs,
  );
}
