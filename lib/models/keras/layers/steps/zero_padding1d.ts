import * as tf from "@tensorflow/tfjs";
import { type OwnConfig, OwnLayer, shapeOf } from "../own_layer.ts";

/** Zeros before and after the steps: [rows, steps, channels]. */
export class ZeroPadding1D extends OwnLayer<OwnConfig & { padding: [number, number] }> {
  static className = "ZeroPadding1D";

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    const [rows, steps, channels] = shapeOf(inputShape);
    const [before, after] = this.given.padding;
    return [rows!, steps! + before + after, channels!];
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    return tf.pad(x!, [[0, 0], this.given.padding, [0, 0]]);
  }
}
