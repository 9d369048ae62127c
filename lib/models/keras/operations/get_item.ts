import * as tf from "@tensorflow/tfjs";

/** A part of a key: a range, all that are left (an ellipsis), a new axis (null) or one place. */
type KeyPart = number | null | { class_name: string; config: Range };

/** As Python writes it: start:stop:step. */
interface Range {
  start: number | null;
  stop: number | null;
  step: number | null;
}

/**
 * Part of a tensor, as Python's `x[key]` gives it; rows are kept whole.
 *
 * @throws {Error} when the key is another one, or chooses rows.
 */
export function getItem(x: tf.Tensor, key: unknown): tf.Tensor {
  const parts = (Array.isArray(key) ? key : [key]) as KeyPart[];
  const axes = x.rank - parts.filter((part) => part !== null && !isEllipsis(part)).length;
  const whole: KeyPart = {
    class_name: "__slice__",
    config: { start: null, stop: null, step: null },
  };
  const all = parts.flatMap((part) => isEllipsis(part) ? Array(axes).fill(whole) : [part]);
  let axis = 0;
  return all.reduce<tf.Tensor>((values, part: KeyPart, i) => {
    if (part === null) {
      if (i === 0) throw new Error("wanted the rows first, found a new axis");
      return tf.expandDims(values, axis++);
    }
    const range = rangeOf(part);
    if (axis === 0) {
      if (JSON.stringify(part) !== JSON.stringify(whole)) throw new Error("wanted all rows");
      axis++;
      return values;
    }
    if (range) return take(values, placesOf(range, values.shape[axis]!), axis++);
    const steps = values.shape[axis]!;
    const place = Number(part);
    const taken = take(values, [place < 0 ? place + steps : place], axis);
    return tf.squeeze(taken, [axis]);
  }, x);
}

function isEllipsis(part: KeyPart): boolean {
  return typeof part === "object" && part?.class_name === "__ellipsis__";
}

function rangeOf(part: KeyPart): Range | undefined {
  if (Number.isInteger(part)) return undefined;
  if (typeof part === "object" && part?.class_name === "__slice__") return part.config;
  throw new Error(`wanted a range or an integer, found ${JSON.stringify(part)}`);
}

/** The places that a range names, as Python counts them. */
function placesOf({ start, stop, step }: Range, steps: number): number[] {
  const by = step ?? 1;
  const [low, high] = by > 0 ? [0, steps] : [-1, steps - 1];
  const within = (place: number | null, otherwise: number) =>
    place === null ? otherwise : Math.min(Math.max(place < 0 ? place + steps : place, low), high);
  const first = within(start, by > 0 ? low : high);
  const end = within(stop, by > 0 ? high : low);
  const count = Math.max(Math.ceil((end - first) / by), 0);
  return Array.from({ length: count }, (_, i) => first + i * by);
}

function take(x: tf.Tensor, places: number[], axis: number): tf.Tensor {
  if (places.length === 0) throw new Error("wanted at least one place, found none");
  const [first] = places as [number];
  if (places.some((place, i) => place !== first + i)) return tf.gather(x, places, axis);
  const begin = x.shape.map((_, i) => i === axis ? first : 0);
  return x.slice(begin, x.shape.with(axis, places.length));
}
