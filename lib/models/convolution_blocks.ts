import defer * as tf from "@tensorflow/tfjs";
import { chain } from "./chain.ts";
import type { layerInitializers } from "./seeds.ts";

/** A stack of convolution blocks, each of which makes the sequence shorter. */
export interface ConvolutionConfig {
  /** Filters of each block; their number is the depth. */
  filters: number[];
  /** Kernel size of each block, in samples of the block's input. */
  kernels: number[];
  /** Samples that each block's max pooling makes one of. */
  pool: number;
  /** Share of values dropped in each block. */
  dropout: number;
  /** Two convolutions a block, and a way around them: He et al. 2016. */
  residual?: boolean;
  /** Batch normalization after each convolution; true by default. Its statistics are those of the training patients. */
  normalization?: boolean;
}

/** What a block is made of. */
interface Block {
  name: string;
  filters: number;
  kernelSize: number;
  pool: number;
  dropout: number;
  normalization: boolean;
}

type Initializers = ReturnType<typeof layerInitializers>;

/**
 * Blocks of convolution, batch normalization (if wanted), dropout, ReLU and max pooling, named `block_1_...`.
 *
 * @param x [rows, time, features].
 * @returns [rows, time / pool ** blocks, filters of the last block].
 * @throws {Error} when `filters` and `kernels` differ in length, a kernel has no whole number of samples, `dropout` is no
 *   share below 1, or there is nothing left of the rows after so many poolings.
 */
export function convolutionBlocks(
  x: tf.SymbolicTensor,
  { filters, kernels, pool, dropout, residual, normalization = true }: ConvolutionConfig,
  { glorot }: Initializers,
): tf.SymbolicTensor {
  if (filters.length !== kernels.length) {
    throw new Error(
      `Cannot build the convolution blocks: filters and kernels must be as many but are ` +
        `${filters.length} and ${kernels.length}`,
    );
  }
  const wrong = kernels.find((size) => !(Number.isInteger(size) && size >= 1));
  if (wrong !== undefined || !(dropout >= 0 && dropout < 1)) {
    throw new Error(
      `Cannot build the convolution blocks: kernels must be whole numbers from 1 and dropout from 0 to below 1 but ` +
        `are ${kernels.join(", ")} and ${dropout}`,
    );
  }
  const block = residual ? residualBlock : plainBlock;
  const output = filters.reduce((x, count, i) => {
    const shape = { name: `block_${i + 1}`, filters: count, kernelSize: kernels[i]! };
    return block(x, { ...shape, pool, dropout, normalization }, glorot);
  }, x);
  if (output.shape[1] !== 0) return output;
  throw new Error(
    `Cannot build the convolution blocks: wanted rows that ${filters.length} poolings by ${pool} leave something of, ` +
      `found rows of ${x.shape[1]} values`,
  );
}

function plainBlock(x: tf.SymbolicTensor, block: Block, glorot: Initializers["glorot"]) {
  const { name, filters, kernelSize, pool, dropout, normalization } = block;
  const add = chain(x);
  add(convolution(`${name}_convolution`, { filters, kernelSize }, glorot));
  if (normalization) add(tf.layers.batchNormalization({ name: `${name}_normalization` }));
  if (dropout > 0) add(tf.layers.dropout({ name: `${name}_dropout`, rate: dropout }));
  add(tf.layers.reLU({ name: `${name}_relu` }));
  return add(tf.layers.maxPooling1d({ name: `${name}_pooling`, poolSize: pool }));
}

function residualBlock(x: tf.SymbolicTensor, block: Block, glorot: Initializers["glorot"]) {
  const { name, filters, kernelSize, pool, dropout, normalization } = block;
  const add = chain(x);
  add(convolution(`${name}_convolution_1`, { filters, kernelSize }, glorot));
  if (normalization) add(tf.layers.batchNormalization({ name: `${name}_normalization_1` }));
  add(tf.layers.reLU({ name: `${name}_relu_1` }));
  if (dropout > 0) add(tf.layers.dropout({ name: `${name}_dropout`, rate: dropout }));
  let long = add(convolution(`${name}_convolution_2`, { filters, kernelSize }, glorot));
  if (normalization) {
    long = add(tf.layers.batchNormalization({ name: `${name}_normalization_2` }));
  }
  const short = x.shape.at(-1) === filters
    ? x
    : chain(x)(convolution(`${name}_shortcut`, { filters, kernelSize: 1 }, glorot));
  const both = chain(tf.layers.add({ name: `${name}_add` }).apply([long, short]));
  both(tf.layers.reLU({ name: `${name}_relu_2` }));
  return both(tf.layers.maxPooling1d({ name: `${name}_pooling`, poolSize: pool }));
}

function convolution(
  name: string,
  shape: { filters: number; kernelSize: number },
  glorot: Initializers["glorot"],
) {
  return tf.layers.conv1d({ name, ...shape, padding: "same", kernelInitializer: glorot() });
}
