import * as tf from "@tensorflow/tfjs";
import { runOperation } from "../operations/run_operation.ts";
import { type OwnConfig, OwnLayer } from "./own_layer.ts";

/** An operation of Keras and how it is called. */
export interface OperationDescription {
  /** Keras's module of it. */
  module: string;
  /** Keras's class of it, for instance Mean. */
  className: string;
  /** What it was made with, but for its name. */
  config: Record<string, unknown>;
  /** Its arguments, with {tensor: number} where the layer's inputs stand. */
  args: unknown[];
  /** What it is told beside them. */
  kwargs: Record<string, unknown>;
}

/** What an {@linkcode Operation} is made with. */
export interface OperationConfig extends OwnConfig {
  /** An {@linkcode OperationDescription} as JSON: of all keys, TensorFlow.js changes no text in "name" alone. */
  call: { name: string };
}

/** A function of Keras that was called on tensors of a model, for instance `keras.ops.mean(x, axis=1)`. */
export class Operation extends OwnLayer<OperationConfig> {
  static className = "Operation";
  readonly description: OperationDescription = JSON.parse(this.given.call.name);

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    const shapes = (Array.isArray(inputShape[0]) ? inputShape : [inputShape]) as tf.Shape[];
    // What it gives for two and for three rows says what it gives for any number of them.
    const [two, three] = [2, 3].map((rows) => this.shapesFor(shapes, rows));
    const found = two!.map((shape, i) => {
      const other = three![i]!;
      const fits = shape[0] === 2 && other[0] === 3 && `${shape.slice(1)}` === `${other.slice(1)}`;
      if (fits) return [null, ...shape.slice(1)];
      throw new Error(`${this.description.className} does not work on each row by itself`);
    });
    return found.length === 1 ? found[0]! : found;
  }

  protected override compute(inputs: tf.Tensor[]): tf.Tensor {
    return runOperation(this.description, inputs) as tf.Tensor;
  }

  private shapesFor(shapes: tf.Shape[], rows: number): number[][] {
    return tf.tidy(() => {
      const zeros = shapes.map(([, ...others]) => tf.zeros([rows, ...others as number[]]));
      return [runOperation(this.description, zeros)].flat().map(({ shape }) => shape);
    });
  }
}
