import * as tf from "@tensorflow/tfjs";
import { laterSteps } from "./later_steps.ts";
import { type OwnConfig, OwnLayer } from "../own_layer.ts";

/** What a {@linkcode MultiHeadAttention} is made with. */
export interface AttentionConfig extends OwnConfig {
  numHeads: number;
  /** Values of a query and a key, and of a value, for each head. */
  keyDim: number;
  valueDim: number;
  /** Values of the output; null: as many as the query has. */
  outputShape: number | null;
  dropout: number;
  useBias: boolean;
  /** Whether a step sees no later one. */
  causal: boolean;
}

/**
 * What each step of the query finds in the steps of the value: [rows, steps, values], with the query, the value and,
 * where it is another, the key as inputs.
 *
 * Vaswani et al., Attention Is All You Need, 2017, https://arxiv.org/abs/1706.03762
 */
export class MultiHeadAttention extends OwnLayer<AttentionConfig> {
  static className = "MultiHeadAttention";
  private readonly dense: Record<string, { kernel: tf.LayerVariable; bias?: tf.LayerVariable }> =
    {};

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [query, value, key = value] = inputShape as tf.Shape[];
    for (const { length } of [query!, value!, key!]) {
      if (length !== 3) throw new Error(`wanted inputs of 3 axes, found one of ${length}`);
    }
    const { numHeads, keyDim, valueDim } = this.given;
    this.makeDense("query", [query!.at(-1)!, numHeads, keyDim]);
    this.makeDense("key", [key!.at(-1)!, numHeads, keyDim]);
    this.makeDense("value", [value!.at(-1)!, numHeads, valueDim]);
    this.makeDense("output", [numHeads, valueDim, this.width(query!)]);
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [query] = inputShape as tf.Shape[];
    return [...query!.slice(0, -1), this.width(query!)];
  }

  protected override compute(
    [query, value, key = value]: tf.Tensor[],
    told: Record<string, unknown>,
  ): tf.Tensor {
    const { numHeads, keyDim, valueDim, dropout, causal } = this.given;
    const heads = (x: tf.Tensor, name: string, width: number) => {
      const all = this.project(name, x, [x.shape.at(-1)!, numHeads * width]);
      return all.reshape([x.shape[0]!, x.shape[1]!, numHeads, width]).transpose([0, 2, 1, 3]);
    };
    const queries = heads(query!, "query", keyDim).mul(1 / Math.sqrt(keyDim));
    const found = tf.matMul(queries, heads(key!, "key", keyDim), false, true);
    const allowed = causal ? found.add(laterSteps(found.shape[2]!, found.shape[3]!)) : found;
    const weights = tf.softmax(allowed);
    const kept = told?.training && dropout > 0 ? tf.dropout(weights, dropout) : weights;
    const seen = tf.matMul(kept, heads(value!, "value", valueDim)).transpose([0, 2, 1, 3]);
    const joined = seen.reshape([query!.shape[0]!, query!.shape[1]!, numHeads * valueDim]);
    return this.project("output", joined, [numHeads * valueDim, this.width(query!.shape)]);
  }

  private width(query: tf.Shape): number {
    return this.given.outputShape ?? query.at(-1)!;
  }

  private makeDense(name: string, shape: number[]): void {
    const { useBias, kernelInitializer, kernelRegularizer, biasInitializer, biasRegularizer } =
      this.given;
    const kernel = this.make(`${name}_kernel`, {
      shape,
      initializer: kernelInitializer ?? { className: "GlorotUniform" },
      regularizer: kernelRegularizer,
    });
    const ofBias = name === "output" ? shape.slice(-1) : shape.slice(1);
    const bias = useBias
      ? this.make(`${name}_bias`, {
        shape: ofBias,
        initializer: biasInitializer,
        regularizer: biasRegularizer,
      })
      : undefined;
    this.dense[name] = { kernel, bias };
  }

  /** Dense along the last axis of [rows, steps, values]. */
  private project(name: string, x: tf.Tensor, [inputs, outputs]: [number, number]): tf.Tensor {
    const { kernel, bias } = this.dense[name]!;
    const flat = x.reshape([-1, inputs]) as tf.Tensor2D;
    const product = tf.matMul(flat, kernel.read().reshape([inputs, outputs]) as tf.Tensor2D);
    const sums = bias ? product.add(bias.read().reshape([outputs])) : product;
    return sums.reshape([x.shape[0]!, x.shape[1]!, outputs]);
  }
}
