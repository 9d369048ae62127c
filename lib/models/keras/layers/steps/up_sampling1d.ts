import * as tf from "@tensorflow/tfjs";
import { type OwnConfig, OwnLayer, shapeOf } from "../own_layer.ts";

/** Each step several times: [rows, steps, channels]. */
export class UpSampling1D extends OwnLayer<OwnConfig & { size: number }> {
  static className = "UpSampling1D";

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    const [rows, steps, channels] = shapeOf(inputShape);
    return [rows!, steps! * this.given.size, channels!];
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    const [rows, steps, channels] = x!.shape as [number, number, number];
    const { size } = this.given;
    const copies = tf.tile(x!.reshape([rows, steps, 1, channels]), [1, 1, size, 1]);
    return copies.reshape([rows, steps * size, channels]);
  }
}
