import defer * as tf from "@tensorflow/tfjs";

/** A model's inputs by name: the values of all rows, one row of `shape` after the other. */
export type RowInputs = Record<string, { shape: number[]; values: Float32Array }>;

/** A change of rows of one shape, in place. */
export type ChangeRows = (rows: { values: Float32Array; shape: number[] }) => void;

/** How many rows inputs have. */
export function rowCount(inputs: RowInputs): number {
  const [first] = Object.values(inputs);
  return first ? first.values.length / rowSize(first.shape) : 0;
}

/**
 * One tensor [rows, ...shape] for each input of a model, in the model's order.
 *
 * @param change is given a copy of the chosen rows before they go into the tensor.
 * @throws {Error} when the model has an input that the rows lack.
 */
export function gatherBatch(
  model: tf.LayersModel,
  inputs: RowInputs,
  rows: ArrayLike<number>,
  { change }: { change?: ChangeRows } = {},
): tf.Tensor[] {
  return model.inputNames.map((name) => {
    const input = inputs[name];
    if (!input) {
      throw new Error(
        `Cannot feed model "${model.name}": wanted input "${name}", found ${Object.keys(inputs)}`,
      );
    }
    const size = rowSize(input.shape);
    const values = new Float32Array(rows.length * size);
    for (let i = 0; i < rows.length; i++) {
      const first = rows[i]! * size;
      values.set(input.values.subarray(first, first + size), i * size);
    }
    change?.({ values, shape: input.shape });
    return tf.tensor(values, [rows.length, ...input.shape]);
  });
}

function rowSize(shape: number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
