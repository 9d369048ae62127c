import * as tf from "@tensorflow/tfjs";
import { capture, inParts } from "lib/tensorflow/mod.ts";
import { gatherBatch, rowCount, type RowInputs } from "./gather_batch.ts";

/**
 * Class probabilities of rows.
 *
 * @param inputs the model's inputs by name.
 * @returns float32, rows times classes, one row after the other.
 */
export function predictProbabilities(
  model: tf.LayersModel,
  inputs: RowInputs,
  { batchSize = 512 }: { batchSize?: number } = {},
): Float32Array {
  const apply = (part: tf.Tensor[]) => model.apply(part, { training: false }) as tf.Tensor;
  const predict = capture((...batch) => [inParts(batch, apply, { parts: 4 })]);
  try {
    const rows = rowCount(inputs);
    const classes = model.outputs[0]!.shape.at(-1)!;
    const probabilities = new Float32Array(rows * classes);
    const order = Uint32Array.from({ length: rows }, (_, i) => i);
    for (let first = 0; first < rows; first += batchSize) {
      const batch = gatherBatch(model, inputs, order.subarray(first, first + batchSize));
      const [output] = predict(...batch);
      probabilities.set(output!.dataSync(), first * classes);
      tf.dispose([...batch, output!]);
    }
    return probabilities;
  } finally {
    predict.dispose();
  }
}
