import { dirname } from "node:path/posix";
import defer * as tf from "@tensorflow/tfjs";
import { Mismatch } from "../mismatch.ts";
import type { WeightGroup } from "./weight_groups.ts";
import type { WeightsFile } from "./weights_file.ts";

/**
 * Lets layers that are not built yet take their weights from a file when they are: a shape that is not the file's
 * stops the building before it takes memory. To be finished when all are built.
 */
export function takeStoredWeights(groups: readonly WeightGroup[], file: WeightsFile) {
  for (const { owner, path, nameOf } of groups) {
    const target = owner as unknown as { addWeight: AddWeight };
    const { addWeight } = target;
    let index = 0;
    target.addWeight = (name, shape, dtype, _, ...others) => {
      const values = file.read(`${path}/${nameOf(index++)}`, shape);
      const stored = { apply: () => tf.tensor(values, shape, "float32") };
      return addWeight.call(owner, name, shape, dtype, stored, ...others);
    };
  }
  return {
    /** @throws {Mismatch} when the file has weights that no layer took. */
    finish() {
      for (const { owner, path, nameOf, unread } of groups) {
        Reflect.deleteProperty(owner, "addWeight");
        const folders = new Set(owner.weights.map((_, i) => dirname(`${path}/${nameOf(i)}`)));
        const found = [...folders].reduce((sum, folder) => sum + file.names(folder).length, 0);
        const wanted = owner.weights.length + unread;
        // Layers without weights may hold the state of their random numbers, which is not taken over.
        if (owner.weights.length > 0 && found !== wanted) {
          throw new Mismatch(`${wanted} arrays in ${path} of model.weights.h5`, found);
        }
      }
    },
  };
}

type AddWeight = (
  name: string,
  shape: number[],
  dtype: tf.DataType,
  initializer: { apply(): tf.Tensor },
  ...others: unknown[]
) => unknown;
