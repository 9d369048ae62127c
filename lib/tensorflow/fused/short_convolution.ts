import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { customGradients } from "../capture/custom_gradients.ts";
import { fuseOps } from "../capture/fuse_ops.ts";
import { patchLayer, type Undo } from "./patch.ts";

/**
 * Convolutions over time by filters of three samples, with half of the multiplications: Winograd's minimal
 * filtering F(4, 3), as in Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks"
 * (arXiv:1509.09308), for one dimension. Six products of matrices give four samples of the output, where
 * the plain way takes twelve. Results differ from those of TensorFlow's op by some 2e-6 of the largest.
 *
 * In captured steps, for steps of one sample padded to the row's own length, and where there is enough
 * to multiply to pay for the passes over memory before and after; else the layer's own code runs.
 */
export function fuseShortConvolution(): Undo {
  return patchLayer<Convolution>(tf.layers.conv1d({ filters: 1, kernelSize: 3 }), (layer, x) => {
    const kernel = layer.kernel.read() as tf.Tensor3D;
    if (!isCovered(layer, x as tf.Tensor3D, kernel)) return undefined;
    const y = convolve(x as tf.Tensor3D, kernel);
    return layer.activation.apply(layer.bias ? y.add(layer.bias.read()) : y);
  });
}

/** What a one-dimensional convolution of TensorFlow.js keeps. */
interface Convolution extends tf.layers.Layer {
  kernel: tf.LayerVariable;
  bias: tf.LayerVariable | null;
  activation: { apply(x: tf.Tensor): tf.Tensor };
  strides: number[];
  dilationRate: number | number[];
  padding: string;
  dataFormat: string;
}

function isCovered(layer: Convolution, x: tf.Tensor3D, kernel: tf.Tensor3D): boolean {
  const backend = currentBackend();
  if (!backend?.binding.tracing || backend.binding.isUsingGpuDevice()) return false;
  const { strides, dilationRate, padding, dataFormat } = layer;
  return kernel.shape[0] === 3 && `${strides}` === "1" && `${dilationRate}` === "1" &&
    padding === "same" && dataFormat !== "channelsFirst" && x.size * kernel.shape[2] >= ENOUGH;
}

/** Rows * time * channels * filters; measured with 16 and 64 rows on one core with AVX2. */
const ENOUGH = 4e6;

/** Samples of the output that are computed together. */
const TILE = 4;

/** From six samples of the input, the first of them one before the tile, to the left factors. */
const OF_INPUT = [
  [4, 0, -5, 0, 1, 0],
  [0, -4, -4, 1, 1, 0],
  [0, 4, -4, -1, 1, 0],
  [0, -2, -1, 2, 1, 0],
  [0, 2, -1, -2, 1, 0],
  [0, 4, 0, -5, 0, 1],
];

/** From the three samples of the filter to the right factors. */
const OF_FILTER = [
  [1 / 4, 0, 0],
  [-1 / 6, -1 / 6, -1 / 6],
  [-1 / 6, 1 / 6, -1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [1 / 24, -1 / 12, 1 / 6],
  [0, 0, 1],
];

/** From the six products to the four samples of the output. */
const OF_OUTPUT = [
  [1, 1, 1, 1, 1, 0],
  [0, 1, -1, 2, -2, 0],
  [0, 1, 1, 4, 4, 0],
  [0, 1, -1, 8, -8, 1],
];

/**
 * The gradient goes the same way back: each linear map by its transpose.
 *
 * @param x [rows, time, channels].
 * @param kernel [3, channels, filters].
 * @returns [rows, time, filters].
 */
function convolve(x: tf.Tensor3D, kernel: tf.Tensor3D): tf.Tensor {
  const output = customGradients([x, kernel], {
    forward(save) {
      const both = factors(x, kernel);
      save([x, kernel, ...both]);
      const [left, right] = [both.slice(0, 6), both.slice(6)];
      return outputOfProducts(x, ...left.map((one, i) => tf.matMul(one, right[i]!)));
    },
    gradient([dy], [x, kernel, ...both]) {
      const [left, right] = [both.slice(0, 6), both.slice(6)];
      const dProducts = productGradients(dy!);
      const dLeft = dProducts.map((one, i) => tf.matMul(one, right[i]!, false, true));
      const dRight = dProducts.map((one, i) =>
        channelsFirst(kernel!) ? tf.matMul(left[i]!, one, true) : tf.matMul(one, left[i]!, true)
      );
      return gradients(x!, kernel!, ...dLeft, ...dRight);
    },
  });
  return output[0]!;
}

/**
 * Whether gradients by the right factors are computed as [channels, filters], not turned; products whose
 * narrower matrix comes first are faster.
 */
function channelsFirst(kernel: tf.Tensor): boolean {
  return kernel.shape[1]! <= kernel.shape[2]!;
}

/** The six left factors [rows * tiles, channels], then the six right ones [channels, filters]. */
const factors = fuseOps((x, kernel) => [...inputFactors(x!), ...filterFactors(kernel!)]);

/** The transpose of {@linkcode factors}; `x` and `kernel` tell their shapes alone. */
const gradients = fuseOps((x, kernel, ...dFactors) => {
  const dRight = dFactors.slice(6);
  return [
    inputGradient(x!, dFactors.slice(0, 6)),
    filterGradient(channelsFirst(kernel!) ? dRight : dRight.map((one) => one.transpose())),
  ];
});

/** Six of [rows * tiles, filters] to [rows, time, filters]; `x` [rows, time, channels] tells the shape alone. */
const outputOfProducts = fuseOps((x, ...products) => {
  const [rows, time] = x!.shape as [number, number];
  const filters = products[0]!.shape[1]!;
  const samples = OF_OUTPUT.map((row) => combine(products, row));
  return [
    tf.stack(samples, 1).reshape([rows, -1, filters]).slice([0, 0, 0], [rows, time, filters]),
  ];
});

/** The transpose of {@linkcode outputOfProducts}. */
const productGradients = fuseOps((dy) => {
  const [rows, time, filters] = dy!.shape as [number, number, number];
  const tiles = Math.ceil(time / TILE);
  const padded = tf.pad(dy!, [[0, 0], [0, TILE * tiles - time], [0, 0]]);
  const samples = tf.unstack(padded.reshape([rows * tiles, TILE, filters]), 1);
  return transpose(OF_OUTPUT).map((row) => combine(samples, row));
});

function inputFactors(x: tf.Tensor): tf.Tensor[] {
  const [rows, time, channels] = x.shape as [number, number, number];
  const tiles = Math.ceil(time / TILE);
  const after = TILE * (tiles + 1) - time - 1;
  const padded = tf.pad(x, [[0, 0], [1, after], [0, 0]]).reshape([rows, tiles + 1, TILE, channels]);
  const samples = Array.from(
    { length: 6 },
    (_, i) =>
      padded.slice([0, Math.floor(i / TILE), i % TILE, 0], [rows, tiles, 1, channels])
        .reshape([rows * tiles, channels]),
  );
  return OF_INPUT.map((row) => combine(samples, row));
}

/** The transpose of {@linkcode inputFactors}: the last two samples of a tile's six are the next tile's too. */
function inputGradient(x: tf.Tensor, dLeft: tf.Tensor[]): tf.Tensor {
  const [rows, time, channels] = x.shape as [number, number, number];
  const tiles = Math.ceil(time / TILE);
  const samples = transpose(OF_INPUT).map((row) =>
    combine(dLeft, row).reshape([rows, tiles, channels])
  );
  const own = samples.slice(0, TILE).map((one) => tf.pad(one, [[0, 0], [0, 1], [0, 0]]));
  const next = samples.slice(TILE).map((one) => tf.pad(one, [[0, 0], [1, 0], [0, 0]]));
  const sums = own.map((one, i) => next[i] ? one.add(next[i]!) : one);
  const padded = tf.stack(sums, 2).reshape([rows, -1, channels]);
  return padded.slice([0, 1, 0], [rows, time, channels]);
}

function filterFactors(kernel: tf.Tensor): tf.Tensor[] {
  const samples = tf.unstack(kernel);
  return OF_FILTER.map((row) => combine(samples, row));
}

/** The transpose of {@linkcode filterFactors}. */
function filterGradient(dRight: tf.Tensor[]): tf.Tensor {
  return tf.stack(transpose(OF_FILTER).map((row) => combine(dRight, row)));
}

/** The sum of tensors, each times its weight. */
function combine(tensors: tf.Tensor[], weights: number[]): tf.Tensor {
  return tensors.flatMap((one, i) => weights[i] === 0 ? [] : [one.mul(weights[i]!)])
    .reduce((sum, one) => sum.add(one));
}

function transpose(matrix: number[][]): number[][] {
  return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
}
