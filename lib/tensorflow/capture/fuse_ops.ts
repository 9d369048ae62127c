import defer * as tf from "@tensorflow/tfjs";
import { currentBackend, type TensorflowBackend } from "../backend.ts";
import type { CompiledFunction } from "../c_api/compiled_function.ts";
import { usesKernel } from "../kernels.ts";

/**
 * A function whose ops become one loop over memory where a step is captured: TensorFlow's own compiler, XLA, makes it.
 * It is for chains of element-wise ops, which wait for memory one by one; convolutions and matrix products are slower
 * that way. Elsewhere, and on a GPU, `fn` simply runs.
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
    if (!backend?.binding.tracing || backend.binding.isUsingGpuDevice() || !usesKernel("loops")) {
      return fn(...inputs);
    }
    const key = inputs.map(({ shape, dtype }) => `${dtype}[${shape}]`).join();
    let one = compiled.get(key);
    if (!one) {
      compiled.set(key, one = compile(backend, fn, inputs));
      waiting.push({ fn: one, inputs: inputs.map(({ shape, dtype }) => ({ shape, dtype })) });
    }
    return backend.binding.call(one, backend.getInputTensorIds(inputs))
      .map((metadata) => backend.createOutputTensor(metadata));
  };
}

/**
 * Has XLA compile what steps traced lately will call, side by side on all cores: within a step one call waits for
 * another, and so would their compilations. Each function is called once, with zeros.
 */
export function compileTogether(backend: TensorflowBackend): void {
  if (waiting.length === 0) return;
  const { binding } = backend;
  const calls = waiting.splice(0);
  const engine = tf.engine();
  engine.startScope("compileTogether");
  try {
    const zeros = calls.map(({ inputs }) =>
      inputs.map(({ shape, dtype }) => tf.fill(shape, 0, dtype))
    );
    const given = zeros.map((tensors) => backend.getInputTensorIds(tensors));
    binding.beginTrace();
    const results = calls.flatMap(({ fn, inputs }) => {
      const ids = inputs.map(({ shape, dtype }) =>
        binding.addArgument(shape, backend.getDTypeInteger(dtype)).id
      );
      return binding.call(fn, ids).map(({ id }) => id);
    });
    const { name } = binding.endTrace(`compile_together_${serial++}`, results);
    for (const { id } of binding.context.execute(name, [], given.flat(), results.length)) {
      binding.deleteTensor(id);
    }
    binding.context.removeFunction(name);
  } finally {
    binding.abortTrace();
    engine.endScope();
  }
}

/** Functions that were not called yet, and what they take. */
const waiting: { fn: CompiledFunction; inputs: Pick<tf.Tensor, "shape" | "dtype">[] }[] = [];

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
