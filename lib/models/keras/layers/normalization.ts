import * as tf from "@tensorflow/tfjs";
import { type OwnConfig, OwnLayer, shapeOf } from "./own_layer.ts";

/** What a {@linkcode Normalization} is made with. */
export interface NormalizationConfig extends OwnConfig {
  /** Axes that have a mean and a variance for each place; none: one for all values. */
  axis: number | number[] | null;
  /** Backwards: from normalized values to those before. */
  invert: boolean;
  /** Keras's, where they were given and not learned from data. */
  mean: unknown;
  variance: unknown;
}

/** As Keras's backend.epsilon(). */
const SMALLEST_DEVIATION = 1e-7;

/** Values less a mean, over a standard deviation; both are given or were learned from data, once, and stay. */
export class Normalization extends OwnLayer<NormalizationConfig> {
  static className = "Normalization";
  override supportsMasking = true;
  private mean?: tf.LayerVariable;
  private variance?: tf.LayerVariable;
  private broadcast: number[] = [];

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const shape = shapeOf(inputShape);
    const axes = [this.given.axis ?? []].flat().map((axis) =>
      axis < 0 ? axis + shape.length : axis
    );
    this.broadcast = shape.map((length, axis) => axes.includes(axis) ? length! : 1);
    if (this.given.mean === null) {
      const kept = axes.toSorted((a, b) => a - b).map((axis) => shape[axis]!);
      this.mean = this.make("mean", { shape: kept, trainable: false });
      const ones = { className: "Ones" };
      this.variance = this.make("variance", { shape: kept, initializer: ones, trainable: false });
    }
    super.build(inputShape);
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    const deviation = tf.maximum(tf.sqrt(this.statistic("variance")), SMALLEST_DEVIATION);
    const mean = this.statistic("mean");
    return this.given.invert ? x!.mul(deviation).add(mean) : x!.sub(mean).div(deviation);
  }

  private statistic(name: "mean" | "variance"): tf.Tensor {
    const values = this[name]?.read() ??
      tf.tensor(this.given[name] as number[], undefined, "float32");
    return values.size === 1 ? values.reshape([]) : values.reshape(this.broadcast);
  }
}
