import defer * as tf from "@tensorflow/tfjs";

/**
 * Registers the gradient of a convolution by its filter, which the WebAssembly backend lacks: for each place
 * in the filter, the input as that place saw it times the output's gradient, a matrix product over all rows.
 */
export function registerConv2DBackpropFilter(): void {
  if (tf.getKernel("Conv2DBackpropFilter", "wasm")) return;
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as { x: tf.Tensor4D; dy: tf.Tensor4D };
      const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as Conv2DAttributes;
      const info = tf.backend_util.computeConv2DInfo(
        x.shape,
        filterShape,
        strides,
        1,
        pad,
        dimRoundingMode,
      );
      return tf.tidy(() => filterGradient(x, dy, info));
    },
  });
}

interface Conv2DAttributes {
  strides: number | [number, number];
  pad: "same" | "valid" | number;
  dimRoundingMode: "floor" | "round" | "ceil" | undefined;
  filterShape: [number, number, number, number];
}

/** @returns float32 [filter height, filter width, input channels, output channels]. */
function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  info: tf.backend_util.Conv2DInfo,
): tf.Tensor {
  const { padInfo, strideHeight, strideWidth, outHeight, outWidth, inChannels, outChannels } = info;
  const padded = tf.pad(x, [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ]);
  const gradients = dy.reshape([-1, outChannels]);
  const places: tf.Tensor[] = [];
  for (let row = 0; row < info.filterHeight; row++) {
    for (let column = 0; column < info.filterWidth; column++) {
      const seen = tf.stridedSlice(
        padded,
        [0, row, column, 0],
        [
          x.shape[0],
          row + (outHeight - 1) * strideHeight + 1,
          column + (outWidth - 1) * strideWidth + 1,
          inChannels,
        ],
        [1, strideHeight, strideWidth, 1],
      );
      places.push(tf.matMul(seen.reshape([-1, inChannels]), gradients, true, false));
    }
  }
  return tf.stack(places).reshape([info.filterHeight, info.filterWidth, inChannels, outChannels]);
}
