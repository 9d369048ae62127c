import * as tf from "@tensorflow/tfjs";
import { deserialize, type Serialized } from "./serialized.ts";

/** What every layer may be made with. */
export interface OwnConfig {
  name?: string;
  trainable?: boolean;
  [key: string]: unknown;
}

/** A function of a layer's values, for instance tanh. */
export interface Activation {
  apply(values: tf.Tensor): tf.Tensor;
}

/** How a weight is made: its shape and the keys of the configuration that say how it begins and is held small. */
interface WeightOptions {
  shape: number[];
  initializer?: unknown;
  regularizer?: unknown;
  trainable?: boolean;
}

/** A layer that is written with the configuration that it was made with. */
export abstract class OwnLayer<Config extends OwnConfig = OwnConfig> extends tf.layers.Layer {
  protected readonly given: Config;

  constructor(config: Config) {
    super(config as ConstructorParameters<typeof tf.layers.Layer>[0]);
    this.given = config;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...this.given as tf.serialization.ConfigDict, ...super.getConfig() };
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: Record<string, unknown>): tf.Tensor {
    const list = Array.isArray(inputs) ? inputs : [inputs];
    return tf.tidy(() => this.compute(list, kwargs));
  }

  /** What the layer gives for its inputs, [rows, ...]. */
  protected abstract compute(inputs: tf.Tensor[], told: Record<string, unknown>): tf.Tensor;

  /** Makes a weight; as TensorFlow.js would, but for zeros where it is not told how to begin. */
  protected make(name: string, options: WeightOptions): tf.LayerVariable {
    const { shape, initializer, regularizer, trainable = true } = options;
    return this.addWeight(
      name,
      shape,
      "float32",
      deserialize(initializer as Serialized) ?? tf.initializers.zeros(),
      deserialize(regularizer as Serialized),
      trainable,
    );
  }
}

/** A layer's activation by its name; nothing for "linear". */
export function activationOf(written: unknown): Activation {
  return deserialize<Activation>((written ?? "linear") as Serialized)!;
}

/** The only shape of a layer that has one input. */
export function shapeOf(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
  return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
}
