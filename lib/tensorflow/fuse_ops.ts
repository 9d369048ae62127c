import * as tf from "@tensorflow/tfjs";
import { currentBackend, type TensorflowBackend } from "./backend.ts";
import type { CompiledFunction } from "./compiled_function.ts";

/**
 * A function whose ops go through memory together where a step is captured: TensorFlow's own compiler, XLA,
 * makes one loop of them. It is for chains of element-wise ops, which wait for memory one by one; convolutions
 * and matrix products are slower so. Elsewhere, and on a GPU, `fn` simply runs.
 *
 * It is compiled once for all captured steps and for each combination of input shapes, when a step that calls
 * it first runs.
 *
 * @param fn must depend on its inputs alone. It has no gradient: call it inside of `tf.customGrad`.
 */
export function fuseOps(fn: TensorFunction): TensorFunction {
  const compiled = new Map<string, CompiledFunction>();
  return (...inputs) => {
    const backend = currentBackend();
    if (!backend?.binding.tracing || backend.binding.isUsingGpuDevice()) return fn(...inputs);
    const key = inputs.map(({ shape, dtype }) => `${dtype}[${shape}]`).join();
    let one = compiled.get(key);
    if (!one) compiled.set(key, one = compile(backend, fn, inputs));
    return backend.binding.call(one, backend.getInputTensorIds(inputs))
      .map((metadata) => backend.createOutputTensor(metadata));
  };
}

type TensorFunction = (...inputs: tf.Tensor[]) => tf.Tensor[];

let serial = 0;

function compile(
  backend: TensorflowBackend,
  fn: TensorFunction,
  inputs: tf.Tensor[],
): CompiledFunction {
  const { binding } = backend;
  const engine = tf.engine();
  engine.startScope("fuseOps");
  try {
    return binding.compile(`fused_ops_${serial++}`, () => {
      const given = inputs.map(({ shape, dtype }) =>
        backend.createOutputTensor(binding.addArgument(shape, backend.getDTypeInteger(dtype)))
      );
      return {
        arguments: backend.getInputTensorIds(given),
        results: backend.getInputTensorIds(fn(...given)),
      };
    });
  } finally {
    engine.endScope();
  }
}
