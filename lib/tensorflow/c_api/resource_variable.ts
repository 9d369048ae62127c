import type * as tf from "@tensorflow/tfjs";
import type { Attribute } from "./attributes.ts";
import { currentBackend, type TensorflowBackend } from "../backend.ts";
import { attribute } from "../capture/native_op.ts";

/** A float32 variable in TensorFlow's own memory, which its optimizer ops change in place. */
export class ResourceVariable {
  /** The number of its resource handle, for ops that take one. */
  readonly id: number;
  readonly #backend: TensorflowBackend;

  constructor(initial: tf.Tensor) {
    this.shape = initial.shape;
    this.#backend = requireBackend();
    this.id = this.#execute("VarHandleOp", [
      attribute.string("container", ""),
      attribute.string("shared_name", `variable_${serial++}`),
      attribute.type("dtype", "float32"),
      attribute.shape("shape", initial.shape),
    ], [])[0]!.id;
    this.assign(initial);
  }
  readonly shape: number[];

  /** The present value; inside a captured step, the value when the step runs. */
  read(): tf.Tensor {
    return this.#backend.createOutputTensor(
      this.#backend.binding.readResource(this.id, this.shape),
    );
  }

  /** Takes a new value. */
  assign(value: tf.Tensor): void {
    const [id] = this.#backend.getInputTensorIds([value]);
    this.#execute("AssignVariableOp", [attribute.type("dtype", "float32")], [this.id, id!], 0);
  }

  dispose(): void {
    this.#execute("DestroyResourceOp", [], [this.id], 0);
    this.#backend.binding.deleteTensor(this.id);
  }

  #execute(name: string, attributes: Attribute[], inputs: number[], outputs = 1) {
    return this.#backend.binding.executeOp(name, attributes, inputs, outputs);
  }
}

let serial = 0;

function requireBackend(): TensorflowBackend {
  const backend = currentBackend();
  if (!backend) throw new Error("Cannot make a resource variable: TensorFlow must be the backend");
  return backend;
}
