import type * as tf from "@tensorflow/tfjs";
import { type OwnConfig, OwnLayer, shapeOf } from "../own_layer.ts";

/** Leaves out steps at both ends: [rows, steps, channels]. */
export class Cropping1D extends OwnLayer<OwnConfig & { cropping: [number, number] }> {
  static className = "Cropping1D";

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    const [rows, steps, channels] = shapeOf(inputShape);
    const [before, after] = this.given.cropping;
    const left = steps! - before - after;
    if (left > 0) return [rows!, left, channels!];
    throw new Error(`Cannot crop: wanted more than ${before + after} steps, found ${steps}`);
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    const [rows, steps, channels] = x!.shape;
    const [before, after] = this.given.cropping;
    return x!.slice([0, before, 0], [rows!, steps! - before - after, channels!]);
  }
}
