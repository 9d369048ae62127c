import defer * as tf from "@tensorflow/tfjs";
import { fuseOps } from "../../capture/fuse_ops.ts";
import { type Dropout, keptValues } from "../dropout.ts";
import { largerOfPairs, toLargerOfPairs } from "../pairs.ts";
import { sumGroups } from "./sum_groups.ts";

/** What comes after a normalization and is done in the same pass over memory, in this order. */
export interface AfterNormalization {
  /** For each part; its factor is in scale and shift already. */
  dropout?: Dropout[];
  relu?: boolean;
  /** Max pooling of pairs of neighbours along the second of three axes. */
  pooling?: boolean;
}

/** Values [rows, ..., channels] and what they are multiplied by and moved by, [channels]. */
interface Scaled {
  x: tf.Tensor;
  scale: tf.Tensor;
  shift: tf.Tensor;
}

/**
 * x * scale + shift of one part, and what comes after it.
 *
 * @returns the output, then with dropout which values it kept.
 */
export function normalizedOutput(
  { x, scale, shift }: Scaled,
  after: AfterNormalization,
  part: number,
): tf.Tensor[] {
  const dropout = after.dropout?.[part];
  return variant(after).output(x, scale, shift, ...dropout ? [dropout.key, dropout.threshold] : []);
}

/**
 * The gradient of {@linkcode normalizedOutput}.
 *
 * @returns dz, the gradient by z = x * scale + shift, then dz and dz * x as {@linkcode sumGroups} adds them up.
 */
export function arrivingGradient(
  { x, scale, shift, dy, kept }: Scaled & { dy: tf.Tensor; kept: tf.Tensor | undefined },
  after: AfterNormalization,
): tf.Tensor[] {
  return variant(after).gradient(dy, x, scale, shift, ...kept ? [kept] : []);
}

/** Both functions of one combination of what comes after. */
interface Variant {
  output: ReturnType<typeof fuseOps>;
  gradient: ReturnType<typeof fuseOps>;
}

const variants = new Map<string, Variant>();

function variant({ relu = false, pooling = false }: AfterNormalization): Variant {
  const key = `${relu} ${pooling}`;
  const known = variants.get(key);
  if (known) return known;
  const made = makeVariant(relu, pooling);
  variants.set(key, made);
  return made;
}

function makeVariant(relu: boolean, pooling: boolean): Variant {
  return {
    output: fuseOps((x, scale, shift, key, threshold) => {
      const kept = key && keptValues(x!.shape, key, threshold!);
      const z = only(kept, x!.mul(scale!).add(shift!));
      const pooled = pooling ? largerOfPairs(z) : z;
      return [relu ? pooled.relu() : pooled, ...kept ? [kept] : []];
    }),
    gradient: fuseOps((dy, x, scale, shift, kept) => {
      const z = only(kept, x!.mul(scale!).add(shift!));
      const unpooled = pooling ? toLargerOfPairs(dy!, z) : dy!;
      // Where ReLU lets a gradient pass, dropout has kept the value.
      const dz = only(relu ? z.greater(0) : kept, unpooled);
      return [dz, sumGroups(dz), sumGroups(dz.mul(x!))];
    }),
  };
}

/** Values where `kept` is true, or everywhere when it is not given; else zeros. */
function only(kept: tf.Tensor | undefined, values: tf.Tensor): tf.Tensor {
  return kept ? tf.where(kept, values, 0) : values;
}
