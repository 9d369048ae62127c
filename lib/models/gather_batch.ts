import defer * as tf from "@tensorflow/tfjs";

/** A model's inputs by name: the values of all rows, one row of `shape` after the other. */
export type RowInputs = Record<string, { shape: number[]; values: Float32Array }>;

/** A change of rows of one shape, in place. */
export type ChangeRows = (rows: { values: Float32Array; shape: number[] }) => void;

/**
 * How many rows inputs have.
 *
 * @throws {Error} when an input has part of a row, or another number of rows than the others.
 */
export function rowCount(inputs: RowInputs): number {
  const counts = Object.entries(inputs).map(([name, { shape, values }]) => {
    return [name, values.length / rowSize(shape)] as const;
  });
  const [[, count] = ["", 0]] = counts;
  if (Number.isInteger(count) && counts.every(([, rows]) => rows === count)) return count;
  throw new Error(
    "Cannot count rows: wanted a whole number of them, the same in all inputs, found " +
      counts.map(([name, rows]) => `${rows} of "${name}"`).join(", "),
  );
}

/**
 * One tensor [rows, ...shape] for each input of a model, in the model's order.
 *
 * @param change is given a copy of the chosen rows before they go into the tensor.
 * @throws {Error} when the model has an input that the rows lack or have in another shape.
 */
export function gatherBatch(
  model: tf.LayersModel,
  inputs: RowInputs,
  rows: ArrayLike<number>,
  { change }: { change?: ChangeRows } = {},
): tf.Tensor[] {
  return model.inputNames.map((name, place) => {
    const input = inputs[name];
    if (!input) {
      throw new Error(
        `Cannot feed model "${model.name}": wanted input "${name}", found ${Object.keys(inputs)}`,
      );
    }
    const wanted = model.inputs[place]!.shape.slice(1);
    const fits = wanted.length === input.shape.length &&
      wanted.every((length, axis) => length === null || length === input.shape[axis]);
    if (!fits) {
      throw new Error(
        `Cannot feed model "${model.name}": wanted rows of [${wanted}] for input "${name}", found ` +
          `[${input.shape}]`,
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
