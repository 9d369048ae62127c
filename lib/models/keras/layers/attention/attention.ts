import * as tf from "@tensorflow/tfjs";
import { laterSteps } from "./later_steps.ts";
import { type OwnConfig, OwnLayer } from "../own_layer.ts";

/** What an {@linkcode Attention} is made with. */
export interface DotAttentionConfig extends OwnConfig {
  /** Whether the scores have a weight that is learned. */
  useScale: boolean;
  dropout: number;
  /** Whether a step sees no later one. */
  causal: boolean;
}

/**
 * What each step of the query finds in the steps of the value, by the products of the two: [rows, steps, values], with
 * the query, the value and, where it is another, the key as inputs.
 */
export class Attention extends OwnLayer<DotAttentionConfig> {
  static className = "Attention";
  private scale?: tf.LayerVariable;

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    if (this.given.useScale) {
      this.scale = this.make("scale", { shape: [], initializer: { className: "Ones" } });
    }
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [query, value] = inputShape as tf.Shape[];
    return [...query!.slice(0, -1), value!.at(-1)!];
  }

  protected override compute(
    [query, value, key = value]: tf.Tensor[],
    told: Record<string, unknown>,
  ): tf.Tensor {
    const { dropout, causal } = this.given;
    const products = tf.matMul(query!, key!, false, true);
    const scores = this.scale ? products.mul(this.scale.read()) : products;
    const [queries, keys] = scores.shape.slice(1) as [number, number];
    const weights = tf.softmax(causal ? scores.add(laterSteps(queries, keys)) : scores);
    const kept = told?.training && dropout > 0 ? tf.dropout(weights, dropout) : weights;
    return tf.matMul(kept, value!);
  }
}
