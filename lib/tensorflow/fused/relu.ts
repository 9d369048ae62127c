import type * as tf from "@tensorflow/tfjs";
import { attribute, nativeOp } from "../capture/native_op.ts";
import { patchGradient, type Undo } from "./patch.ts";

/** ReLU's gradient as TensorFlow's ReluGrad, from the output, instead of dy * step(x). */
export function fuseRelu(): Undo {
  return patchGradient("Relu", {
    inputsToSave: [],
    outputsToSave: [true],
    gradFunc: (dy, saved) => {
      const y = saved[0]!;
      const attributes = [attribute.type("T", "float32")];
      return { x: () => nativeOp("ReluGrad", [dy as tf.Tensor, y], { attributes })[0]! };
    },
  });
}
