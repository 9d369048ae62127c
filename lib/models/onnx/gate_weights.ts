import type { StoredWeight } from "./layer_call.ts";

/** The weights of a recurrent layer as ONNX has them. */
export interface GateWeights {
  /** [gates of units, features of the input]. */
  kernel: Float32Array;
  /** [gates of units, units]. */
  recurrentKernel: Float32Array;
  /** That of the input, then that of the state, which is zero; [2 gates of units]. */
  bias?: Float32Array;
}

/**
 * Weights of a recurrent layer of TensorFlow.js, [features, gates of units], turned over to ONNX's order.
 *
 * @param weights kernel, recurrent kernel and, if there is one, bias.
 * @param gates for each gate of ONNX its place among those of TensorFlow.js.
 */
export function gateWeights(
  [kernel, recurrentKernel, bias]: readonly StoredWeight[],
  gates: readonly number[],
): GateWeights {
  const units = recurrentKernel!.shape[0]!;
  const columns = gates.flatMap((gate) =>
    Array.from({ length: units }, (_, unit) => gate * units + unit)
  );
  const size = columns.length;
  return {
    kernel: turned(kernel!, columns),
    recurrentKernel: turned(recurrentKernel!, columns),
    bias: bias && Float32Array.from({ length: 2 * size }, (_, i) => bias.values[columns[i]!] ?? 0),
  };
}

function turned({ shape: [rows, width], values }: StoredWeight, columns: readonly number[]) {
  const turned = new Float32Array(values.length);
  columns.forEach((column, at) => {
    for (let row = 0; row < rows!; row++) turned[at * rows! + row] = values[row * width! + column]!;
  });
  return turned;
}
