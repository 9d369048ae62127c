import * as tf from "@tensorflow/tfjs";
import { getItem } from "./get_item.ts";
import { asTensor, axesOf, axisOf, checkSize, type OperationTable } from "./operation_table.ts";

/** Operations that move, repeat, join or take values. */
export const shapes: OperationTable = {
  BroadcastTo([x], { shape }) {
    const values = asTensor(x);
    const wanted = [values.shape[0]!, ...(shape as number[]).slice(1)];
    checkSize(wanted);
    return tf.broadcastTo(values, wanted);
  },
  Concatenate([tensors], { axis }) {
    const list = (tensors as unknown[]).map(asTensor);
    return tf.concat(list, axisOf(axis, list[0]!.rank));
  },
  ExpandDims([x], { axis }) {
    const values = asTensor(x);
    return tf.expandDims(values, axisOf(axis, values.rank + 1));
  },
  Flip([x], { axis }) {
    const values = asTensor(x);
    return tf.reverse(values, axesOf(axis, values.rank));
  },
  GetItem: ([x, key]) => getItem(asTensor(x), key),
  Moveaxis([x], { source, destination }) {
    const values = asTensor(x);
    const from = axisOf(source, values.rank);
    const order = values.shape.map((_, axis) => axis).filter((axis) => axis !== from);
    return values.transpose(order.toSpliced(axisOf(destination, values.rank), 0, from));
  },
  Pad([x], { pad_width: widths, mode, constant_values: constant }) {
    const values = asTensor(x);
    const pads = widths as [number, number][];
    if (pads[0]!.some((width) => width !== 0)) throw new Error("wanted no padding of rows");
    checkSize(values.shape.map((length, axis) => length + pads[axis]![0] + pads[axis]![1]));
    if (mode === "constant") return tf.pad(values, pads, Number(constant ?? 0));
    if (mode === "reflect" || mode === "symmetric") return tf.mirrorPad(values, pads, mode);
    throw new Error(`wanted padding of constant, reflect or symmetric, found ${mode}`);
  },
  Ravel: () => {
    throw new Error("wanted an operation that keeps rows apart");
  },
  Repeat([x], { repeats, axis }) {
    const values = asTensor(x);
    const along = axisOf(axis, values.rank);
    const times = Number(repeats);
    const { shape } = values;
    checkSize([...shape, times]);
    const wide = values.reshape([...shape.slice(0, along + 1), 1, ...shape.slice(along + 1)]);
    const copies = tf.tile(wide, wide.shape.map((_, i) => i === along + 1 ? times : 1));
    return copies.reshape(shape.with(along, shape[along]! * times));
  },
  Reshape([x], { newshape }) {
    const values = asTensor(x);
    const [rows, ...others] = newshape as (number | null)[];
    const wanted = others.map((length) => length ?? -1);
    // Of rows Keras knows no number: it is the one that is left over, or the others' is.
    if (rows === null || rows === -1 || rows === undefined || wanted.includes(-1)) {
      return values.reshape([values.shape[0]!, ...wanted]);
    }
    throw new Error(`wanted a shape for any number of rows, found ${JSON.stringify(newshape)}`);
  },
  Roll([x], { shift, axis }) {
    const values = asTensor(x);
    const along = axisOf(axis, values.rank);
    const steps = values.shape[along]!;
    const by = ((Number(shift) % steps) + steps) % steps;
    if (by === 0) return values.clone();
    const [first, last] = tf.split(values, [steps - by, by], along);
    return tf.concat([last!, first!], along);
  },
  Split([x], { indices_or_sections: where, axis }) {
    const values = asTensor(x);
    const along = axisOf(axis, values.rank);
    if (typeof where === "number") return tf.split(values, where, along);
    const ends = [...where as number[], values.shape[along]!];
    return tf.split(values, ends.map((end, i) => end - (ends[i - 1] ?? 0)), along);
  },
  Squeeze([x], { axis }) {
    const values = asTensor(x);
    const ones = values.shape.flatMap((length, i) => i > 0 && length === 1 ? [i] : []);
    return tf.squeeze(values, axis === null ? ones : axesOf(axis, values.rank));
  },
  Stack([tensors], { axis }) {
    const list = (tensors as unknown[]).map(asTensor);
    return tf.stack(list, axisOf(axis, list[0]!.rank + 1));
  },
  Swapaxes([x], { axis1, axis2 }) {
    const values = asTensor(x);
    const [first, second] = axesOf([axis1, axis2], values.rank) as [number, number];
    const order = values.shape.map((_, axis) => axis);
    return values.transpose(order.with(first, second).with(second, first));
  },
  Take([x, index], { axis }) {
    const values = asTensor(x);
    const along = axisOf(axis, values.rank);
    const steps = values.shape[along]!;
    if (index instanceof tf.Tensor) {
      // A captured step has no values but those that are given: what is cast is computed.
      const places = index.dtype === "int32" ? index : index.toInt();
      return tf.gather(values, places as tf.Tensor1D, along);
    }
    if ([index].flat().some(Array.isArray)) {
      throw new Error(`wanted a place or a list of them, found ${JSON.stringify(index)}`);
    }
    const fromStart = (i: number) => i < 0 ? i + steps : i;
    const list = [index].flat().map((i) => fromStart(Number(i)));
    const taken = tf.gather(values, list, along);
    return Array.isArray(index) ? taken : tf.squeeze(taken, [along]);
  },
  Tile([x], { repeats }) {
    const values = asTensor(x);
    const times = repeats as number[];
    if (times.length === values.rank && times[0] !== 1) throw new Error("wanted rows once");
    const padded = [...Array(values.rank - times.length).fill(1), ...times];
    checkSize(values.shape.map((length, axis) => length * padded[axis]!));
    return tf.tile(values, padded);
  },
  Transpose([x], { axes }) {
    const order = axes as number[] | null;
    if (order?.[0] === 0) return asTensor(x).transpose(order);
    throw new Error(`wanted the rows first, found axes ${JSON.stringify(axes)}`);
  },
};
