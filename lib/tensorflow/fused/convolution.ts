import defer * as tf from "@tensorflow/tfjs";
import { currentBackend } from "../backend.ts";
import { fuseOps } from "../capture/fuse_ops.ts";
import { patchKernel, type Undo } from "./patch.ts";

/**
 * Convolutions over time of one input channel as one matrix product over the unfolded windows, and their gradient
 * by the filters. Other convolutions, and all on a GPU, stay TensorFlow's.
 */
export function fuseNarrowConvolution(): Undo {
  const convolve = tf.getKernel("Conv2D", "tensorflow").kernelFunc;
  const undo = [
    patchKernel("Conv2D", (args) => {
      const { x, filter } = args.inputs as { x: tf.Tensor4D; filter: tf.Tensor4D };
      if (!slidesOverTime(x, args.attrs) || !isNarrow(filter.shape)) return convolve(args);
      return tf.tidy(() => product(x, filter));
    }),
    patchFilterGradient(isNarrow, filterGradient),
  ];
  return () => undo.reverse().forEach((one) => one());
}

/** The gradient by filters that are few beside the values of a window, as a product over the unfolded windows. */
export function fuseFilterGradient(): Undo {
  return patchFilterGradient(
    (shape) => !isNarrow(shape) && hasFewFilters(shape),
    fewFiltersGradient,
  );
}

function patchFilterGradient(
  covers: (shape: FilterShape) => boolean,
  gradient: (x: tf.Tensor4D, dy: tf.Tensor4D, shape: FilterShape) => tf.Tensor,
): Undo {
  const byFilter = tf.getKernel("Conv2DBackpropFilter", "tensorflow").kernelFunc;
  return patchKernel("Conv2DBackpropFilter", (args) => {
    const { x, dy } = args.inputs as { x: tf.Tensor4D; dy: tf.Tensor4D };
    const { filterShape } = args.attrs as unknown as { filterShape: FilterShape };
    if (!slidesOverTime(x, args.attrs) || !covers(filterShape)) return byFilter(args);
    return tf.tidy(() => gradient(x, dy, filterShape));
  });
}

/** 1, samples, input channels, filters: as TensorFlow.js turns a convolution over time into one over images. */
type FilterShape = [number, number, number, number];

/** Images of one line in steps of one sample, padded to their own length, on the processor. */
function slidesOverTime(x: tf.Tensor4D, attributes: unknown): boolean {
  const { strides, dilations = 1, pad, dataFormat } = attributes as Record<string, unknown>;
  const ones = (steps: unknown) => [steps].flat().every((step) => step === 1);
  return x.shape[1] === 1 && ones(strides) && ones(dilations) && pad === "same" &&
    dataFormat === "NHWC" && !currentBackend()!.binding.isUsingGpuDevice();
}

function isNarrow([height, , channels]: readonly number[]): boolean {
  return height === 1 && channels === 1;
}

/** Measured for the shapes of this project's networks with 16 and 64 rows on one core with AVX2. */
function hasFewFilters([height, samples, channels, filters]: FilterShape): boolean {
  return height === 1 && samples * channels >= 4 * filters;
}

function product(x: tf.Tensor4D, filter: tf.Tensor4D): tf.Tensor {
  const [, samples, channels, filters] = filter.shape;
  const y = tf.matMul(windows(x, samples), filter.reshape([samples * channels, filters]));
  return y.reshape([...x.shape.slice(0, 3), filters]);
}

function filterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, shape: FilterShape): tf.Tensor {
  return tf.matMul(windows(x, shape[1]), rowsOf(dy), true, false).reshape(shape);
}

/** The same with the narrower factor first, which is faster; its result must be transposed. */
function fewFiltersGradient(x: tf.Tensor4D, dy: tf.Tensor4D, shape: FilterShape): tf.Tensor {
  return tf.matMul(rowsOf(dy), windows(x, shape[1]), true, false).transpose().reshape(shape);
}

function rowsOf(x: tf.Tensor4D): tf.Tensor2D {
  return x.reshape([-1, x.shape[3]]);
}

const unfoldings = new Map<number, ReturnType<typeof fuseOps>>();

/** What each place of the filter meets: [rows * time, samples * channels]. */
function windows(x: tf.Tensor4D, samples: number): tf.Tensor2D {
  const known = unfoldings.get(samples);
  const unfold = known ?? fuseOps((x) => [unfolded(x as tf.Tensor4D, samples)]);
  if (!known) unfoldings.set(samples, unfold);
  return unfold(x)[0] as tf.Tensor2D;
}

function unfolded(x: tf.Tensor4D, samples: number): tf.Tensor {
  const [rows, , time, channels] = x.shape;
  const before = Math.floor((samples - 1) / 2);
  const padded = tf.pad(x, [[0, 0], [0, 0], [before, samples - 1 - before], [0, 0]]);
  const places = Array.from(
    { length: samples },
    (_, place) => padded.slice([0, 0, place, 0], [rows, 1, time, channels]),
  );
  return tf.concat(places, 3).reshape([rows * time, samples * channels]);
}
