import * as tf from "@tensorflow/tfjs";
import { type OwnConfig, OwnLayer, shapeOf } from "./own_layer.ts";

/** What a {@linkcode GroupNormalization} is made with. */
export interface GroupNormalizationConfig extends OwnConfig {
  /** Groups of channels; -1: each channel is one. */
  groups: number;
  epsilon: number;
  center: boolean;
  scale: boolean;
}

/**
 * Each row's groups of channels (the last axis) at mean 0 and variance 1, then scaled and shifted.
 *
 * Wu and He, Group Normalization, 2018, https://arxiv.org/abs/1803.08494
 */
export class GroupNormalization extends OwnLayer<GroupNormalizationConfig> {
  static className = "GroupNormalization";
  override supportsMasking = true;
  private gamma?: tf.LayerVariable;
  private beta?: tf.LayerVariable;

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const channels = shapeOf(inputShape).at(-1)!;
    if (channels % this.groupsOf(channels) !== 0) {
      throw new Error(`${this.given.groups} groups do not divide ${channels} channels`);
    }
    const { scale, center, gammaInitializer, gammaRegularizer, betaInitializer, betaRegularizer } =
      this.given;
    const shape = [channels];
    if (scale) {
      const options = { shape, initializer: gammaInitializer, regularizer: gammaRegularizer };
      this.gamma = this.make("gamma", options);
    }
    if (center) {
      const options = { shape, initializer: betaInitializer, regularizer: betaRegularizer };
      this.beta = this.make("beta", options);
    }
    super.build(inputShape);
  }

  protected override compute([x]: tf.Tensor[]): tf.Tensor {
    const [rows] = x!.shape as [number];
    const channels = x!.shape.at(-1)!;
    const groups = this.groupsOf(channels);
    const grouped = x!.reshape([rows, -1, groups, channels / groups]);
    const { mean, variance } = tf.moments(grouped, [1, 3], true);
    const normal = grouped.sub(mean).mul(tf.rsqrt(variance.add(this.given.epsilon)));
    const flat = normal.reshape(x!.shape);
    const scaled = this.gamma ? flat.mul(this.gamma.read()) : flat;
    return this.beta ? scaled.add(this.beta.read()) : scaled;
  }

  private groupsOf(channels: number): number {
    return this.given.groups === -1 ? channels : this.given.groups;
  }
}
