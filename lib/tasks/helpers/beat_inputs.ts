import type * as tf from "@tensorflow/tfjs";
import { aamiClasses, rowLength } from "lib/beats/mod.ts";
import type { RowInputs } from "lib/models/mod.ts";

/**
 * Rows of beats as a model takes them: a model from elsewhere has names of its own, and may take 187 values without a
 * channel.
 *
 * @param inputs the rows by this project's names; "beat" has 187 values a row.
 * @throws {Error} When the model does not take a beat, or does not tell the five classes apart.
 */
export function beatInputs(model: tf.LayersModel, inputs: RowInputs): RowInputs {
  const around = model.inputNames.filter((name) => ["difference", "context"].includes(name));
  if (around.some((name) => !Object.hasOwn(inputs, name))) {
    throw new Error(
      `Cannot classify rows with model "${model.name}": it takes what is around a beat (${
        around.join(", ")
      }), ` +
        "which a row does not hold. `deno task annotate FILE --model DIR` classifies the beats of a recording",
    );
  }
  const [output] = model.outputs;
  const classes = aamiClasses.length;
  if (model.outputs.length !== 1 || output!.rank !== 2 || output!.shape[1] !== classes) {
    throw new Error(
      `Cannot classify beats with model "${model.name}": wanted one output of ${classes} probabilities a row, ` +
        `found ${describe(model.outputs)}`,
    );
  }
  if (model.inputNames.every((name) => Object.hasOwn(inputs, name))) return inputs;
  const shape = model.inputs[0]!.shape.slice(1) as (number | null)[];
  const values = shape.reduce<number>((size, length) => size * (length ?? rowLength), 1);
  if (model.inputs.length !== 1 || values !== rowLength || !inputs.beat) {
    throw new Error(
      `Cannot classify beats with model "${model.name}": wanted one input of ${rowLength} values a row, ` +
        `found ${describe(model.inputs)}`,
    );
  }
  const known = shape.map((length) => length ?? rowLength);
  return { [model.inputNames[0]!]: { shape: known, values: inputs.beat.values } };
}

function describe(tensors: readonly tf.SymbolicTensor[]): string {
  return tensors.map(({ shape }) => `[rows, ${shape.slice(1).map((n) => n ?? "any")}]`).join(", ");
}
