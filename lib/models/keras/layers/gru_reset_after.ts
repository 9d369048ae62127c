import * as tf from "@tensorflow/tfjs";
import type { Activation, OwnConfig } from "./own_layer.ts";
import { classOf, deserialize, type Serialized } from "./serialized.ts";

/** What a {@linkcode GruResetAfter} is made with: what TensorFlow.js's GRU is. */
export interface GruConfig extends OwnConfig {
  units: number;
  activation?: unknown;
  recurrentActivation?: unknown;
  useBias?: boolean;
  dropout?: number;
  recurrentDropout?: number;
}

interface TensorflowCell extends tf.layers.Layer {
  units: number;
  useBias: boolean;
  dropout: number;
  recurrentDropout: number;
  activation: Activation;
  recurrentActivation: Activation;
}

const TensorflowCell = classOf(tf.layers.gruCell({ units: 1 })) as unknown as new (
  config: GruConfig,
) => TensorflowCell;

/** One step of a {@linkcode GruResetAfter}. */
export class GruResetAfterCell extends TensorflowCell {
  static className = "GruResetAfterCell";
  private readonly given: GruConfig;
  private kernel!: tf.LayerVariable;
  private recurrentKernel!: tf.LayerVariable;
  private bias?: tf.LayerVariable;
  /** Factors of inputs and states, the same in all steps; none but in training. */
  dropoutFactors: { inputs?: tf.Tensor; states?: tf.Tensor } = {};

  constructor(config: GruConfig) {
    super(config);
    this.given = config;
  }

  override build(inputShape: tf.Shape): void {
    const width = 3 * this.units;
    const make = (name: string, shape: number[], key: string, start: tf.layers.Layer) =>
      this.addWeight(
        name,
        shape,
        "float32",
        (deserialize(this.given[`${key}Initializer`] as Serialized) ?? start) as never,
        deserialize(this.given[`${key}Regularizer`] as Serialized),
      );
    const glorot = tf.initializers.glorotUniform({});
    const orthogonal = tf.initializers.orthogonal({});
    this.kernel = make("kernel", [inputShape.at(-1)!, width], "kernel", glorot as never);
    this.recurrentKernel = make(
      "recurrent_kernel",
      [this.units, width],
      "recurrent",
      orthogonal as never,
    );
    // One for the inputs and one for the state.
    if (this.useBias) {
      this.bias = make("bias", [2, width], "bias", tf.initializers.zeros() as never);
    }
    this.built = true;
  }

  override call([x, state]: tf.Tensor[]): tf.Tensor[] {
    return tf.tidy(() => {
      const { inputs, states } = this.dropoutFactors;
      const gates = (values: tf.Tensor, kernel: tf.LayerVariable, bias: number) => {
        const sums = tf.matMul(values as tf.Tensor2D, kernel.read() as tf.Tensor2D);
        const all = this.bias ? sums.add(this.bias.read().slice([bias, 0], [1, -1])) : sums;
        return tf.split(all, 3, 1);
      };
      const [xUpdate, xReset, xNew] = gates(inputs ? x!.mul(inputs) : x!, this.kernel, 0);
      const [hUpdate, hReset, hNew] = gates(
        states ? state!.mul(states) : state!,
        this.recurrentKernel,
        1,
      );
      const update = this.recurrentActivation.apply(xUpdate!.add(hUpdate!));
      const reset = this.recurrentActivation.apply(xReset!.add(hReset!));
      const candidate = this.activation.apply(xNew!.add(reset.mul(hNew!)));
      const next = update.mul(state!).add(tf.sub(1, update).mul(candidate));
      return [next, next];
    });
  }
}

/**
 * A GRU as Keras makes it by default (`reset_after=True`), and cuDNN does: the reset gate acts on what the recurrent
 * kernel made of the state, which has a bias of its own.
 *
 * Cho et al., 2014, https://arxiv.org/abs/1406.1078, version 3.
 */
export class GruResetAfter extends tf.RNN {
  static override className = "GruResetAfter";

  constructor(config: GruConfig) {
    const cell = new GruResetAfterCell({ ...config, name: undefined, resetAfter: false });
    super({ ...config, cell } as unknown as ConstructorParameters<typeof tf.RNN>[0]);
  }

  override call(
    inputs: tf.Tensor | tf.Tensor[],
    told: Record<string, unknown>,
  ): tf.Tensor | tf.Tensor[] {
    return tf.tidy(() => {
      const cell = this.cell as unknown as GruResetAfterCell;
      const [x] = [inputs].flat() as [tf.Tensor];
      const factors = (rate: number, width: number) =>
        told?.training && rate > 0 ? tf.dropout(tf.ones([x.shape[0]!, width]), rate) : undefined;
      cell.dropoutFactors = {
        inputs: factors(cell.dropout, x.shape[2]!),
        states: factors(cell.recurrentDropout, cell.units),
      };
      const output = super.call(inputs, told ?? {});
      cell.dropoutFactors = {};
      return output;
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), resetAfter: true };
  }

  static override fromConfig<Made extends tf.serialization.Serializable>(
    type: tf.serialization.SerializableConstructor<Made>,
    config: tf.serialization.ConfigDict,
  ): Made {
    return new type(config);
  }
}
