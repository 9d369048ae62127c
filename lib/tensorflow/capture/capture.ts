import defer * as tf from "@tensorflow/tfjs";
import { currentBackend, type TensorflowBackend } from "../backend.ts";
import { compileTogether } from "./fuse_ops.ts";
import type { GraphFunction } from "../c_api/graph_trace.ts";

/** A step that runs as one TensorFlow function. */
export interface CapturedStep {
  (...inputs: tf.Tensor[]): tf.Tensor[];
  /** Functions traced so far: one for each combination of input shapes. */
  readonly traces: readonly { operations: number; milliseconds: number }[];
  /** Frees the functions; to call the step after it is an error. */
  dispose(): void;
}

/**
 * Turns a step of TensorFlow.js ops into one TensorFlow function: the first call with new input shapes runs
 * `fn` once to record its ops, every call executes the recording. Tensors made inside are constants; live
 * tensors and variables are inputs, variables followed by what they hold at each call; variables assigned
 * inside are assigned at each call. On another backend than TensorFlow, and within another captured step, `fn`
 * simply runs.
 *
 * @param fn gets tensors of the inputs' shapes and returns tensors.
 * @throws {Error} at the first call, when `fn` reads a value, draws random numbers on the host without a seed,
 * makes a variable, or uses an op that TensorFlow does not know. The backend stays usable.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { capture, startBackend } from "lib/tensorflow/mod.ts";
 *
 * await startBackend();
 * const count = tf.variable(tf.scalar(0));
 * const step = capture((x) => {
 *   count.assign(count.add(1));
 *   return [x.square().sum()];
 * });
 * const [sum] = step(tf.tensor1d([3, 4]));
 * console.log(await sum!.data(), await count.data()); // 25, 1
 * ```
 */
export function capture(fn: (...inputs: tf.Tensor[]) => tf.Tensor[]): CapturedStep {
  const functions = new Map<string, TracedFunction>();
  let disposed = false;
  const step = (...inputs: tf.Tensor[]) => {
    if (disposed) throw new Error("Cannot run a captured step: it was disposed");
    const backend = currentBackend();
    if (!backend || backend.binding.tracing) return tf.tidy(() => fn(...inputs));
    const key = inputs.map(({ shape, dtype }) => `${dtype}[${shape}]`).join();
    let traced = functions.get(key);
    if (!traced) {
      functions.set(key, traced = trace(backend, fn, inputs));
      compileTogether(backend);
    }
    return run(backend, traced, inputs);
  };
  return Object.defineProperty(
    Object.assign(step, {
      dispose() {
        for (const traced of functions.values()) release(traced);
        functions.clear();
        disposed = true;
      },
    }),
    "traces",
    {
      get: () =>
        [...functions.values()].map(({ graph: { operations }, milliseconds }) => ({
          operations,
          milliseconds,
        })),
    },
  ) as CapturedStep;
}

interface TracedFunction {
  backend: TensorflowBackend;
  graph: GraphFunction;
  /** What to pass after the arguments: a variable's current value, or a tensor held by its number. */
  captured: (tf.Variable | number)[];
  results: number;
  /** Variables that take the outputs after the results. */
  assigned: tf.Variable[];
  milliseconds: number;
}

function run(backend: TensorflowBackend, traced: TracedFunction, inputs: tf.Tensor[]): tf.Tensor[] {
  const { graph, captured, results, assigned } = traced;
  for (const source of [...captured, ...assigned]) {
    if (typeof source === "number" || !source.isDisposed) continue;
    throw new Error(`Cannot run a captured step: its variable "${source.name}" was disposed`);
  }
  const idOf = (source: tf.Variable | number) =>
    typeof source === "number" ? source : backend.getInputTensorIds([source])[0]!;
  const ids = [...backend.getInputTensorIds(inputs), ...captured.map(idOf)];
  const outputs = backend.binding.context
    .execute(graph.name, [], ids, results + assigned.length)
    .map((metadata) => backend.createOutputTensor(metadata));
  assigned.forEach((variable, i) => {
    const value = outputs[results + i]!;
    variable.assign(value);
    value.dispose();
  });
  return outputs.slice(0, results);
}

let serial = 0;

function trace(
  backend: TensorflowBackend,
  fn: (...inputs: tf.Tensor[]) => tf.Tensor[],
  inputs: tf.Tensor[],
): TracedFunction {
  const { binding } = backend;
  const start = performance.now();
  const engine = tf.engine();
  binding.beginTrace();
  const allowHostState = forbidHostState(engine);
  engine.startScope("capture");
  const standIns = Object.values(engine.state.registeredVariables)
    .map((variable) => standIn(backend, variable));
  const recorded: tf.Tensor[] = [];
  try {
    const placeholders = inputs.map(({ shape, dtype }) =>
      backend.createOutputTensor(binding.addArgument(shape, backend.getDTypeInteger(dtype)))
    );
    const outputs = fn(...placeholders);
    const results = backend.getInputTensorIds(outputs);
    const isOwn = (output: tf.Tensor, i: number) =>
      !(output instanceof tf.Variable) && binding.isRecorded(results[i]!);
    recorded.push(...outputs.filter(isOwn));
    const assigned = standIns.filter((one) => one.isAssigned()).map(({ variable }) => variable);
    const values = backend.getInputTensorIds(assigned);
    const graph = binding.endTrace(`captured_step_${serial++}`, [...results, ...values]);
    const variables = new Map(standIns.map(({ id, variable }) => [id, variable]));
    return {
      backend,
      graph,
      captured: graph.captured.map((id) => variables.get(id) ?? binding.context.share(id)),
      results: results.length,
      assigned,
      milliseconds: performance.now() - start,
    };
  } finally {
    binding.abortTrace();
    for (const { restore } of standIns) restore();
    tf.dispose(recorded); // also what the step kept from its scopes
    engine.endScope();
    allowHostState();
  }
}

/** While a step is traced, a variable holds an input of the graph, so that reading it is recorded. */
function standIn(backend: TensorflowBackend, variable: tf.Variable) {
  const metadata = backend.binding.addInput(
    variable.shape,
    backend.getDTypeInteger(variable.dtype),
  );
  const input = backend.createOutputTensor(metadata);
  const original = variable.dataId;
  backend.incRef(input.dataId);
  variable.dataId = input.dataId;
  return {
    id: metadata.id,
    variable,
    isAssigned: () => variable.dataId !== input.dataId,
    restore() {
      if (variable.dataId !== input.dataId) variable.assign(input);
      backend.disposeData(input.dataId);
      variable.dataId = original;
    },
  };
}

/** Makes everything that cannot be recorded throw; the returned function undoes that. */
function forbidHostState(engine: ReturnType<typeof tf.engine>): () => void {
  const { random } = Math;
  Math.random = () => {
    throw new Error(
      "Cannot capture a step that draws random numbers on the host: every run would draw the same ones",
    );
  };
  engine.makeVariable = (_value, _trainable, name) => {
    throw new Error(
      `Cannot make variable ${name ?? ""} while a step is captured: make it before the first call`,
    );
  };
  return () => {
    Math.random = random;
    delete (engine as Partial<typeof engine>).makeVariable; // the class's own again
  };
}

function release({ backend, graph, captured }: TracedFunction): void {
  for (const source of captured) {
    if (typeof source === "number") backend.binding.deleteTensor(source);
  }
  backend.binding.context.removeFunction(graph.name);
}
