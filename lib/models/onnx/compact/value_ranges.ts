import * as tf from "@tensorflow/tfjs";
import { gatherBatch, rowCount, type RowInputs } from "../../gather_batch.ts";
import { Mismatch } from "../../keras/mismatch.ts";
import type { Range } from "./quantize_values.ts";

/** How many rows go through the model at once. */
const BATCH = 250;

/**
 * The smallest and largest of each value that a model computes of rows.
 *
 * @param symbols the values by name.
 * @throws {Mismatch} when a value is no number, or infinite.
 */
export function valueRanges(
  model: tf.LayersModel,
  rows: RowInputs,
  { symbols }: { symbols: ReadonlyMap<string, tf.SymbolicTensor> },
): Map<string, Range> {
  const outputs = [...symbols.values()];
  const all = tf.model({ inputs: model.inputs, outputs });
  const ranges = new Map<string, Range>();
  const count = rowCount(rows);
  for (let first = 0; first < count; first += BATCH) {
    const order = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => first + i);
    tf.tidy(() => {
      const batch = gatherBatch(model, rows, order);
      const made = [all.predict(batch)].flat() as tf.Tensor[];
      [...symbols.keys()].forEach((name, i) => {
        const { low, high } = ranges.get(name) ?? { low: Infinity, high: -Infinity };
        const [least] = made[i]!.min().dataSync();
        const [most] = made[i]!.max().dataSync();
        if (!Number.isFinite(most! - least!)) {
          throw new Mismatch(`numbers as "${name}" of all rows`, `${least} to ${most}`);
        }
        ranges.set(name, { low: Math.min(low, least!), high: Math.max(high, most!) });
      });
    });
  }
  return ranges;
}
