import defer * as tf from "@tensorflow/tfjs";
import type { Attribute } from "./c_api/attributes.ts";
import { currentBackend } from "./backend.ts";
import { attribute } from "./capture/native_op.ts";
import { ResourceVariable } from "./c_api/resource_variable.ts";

/** Settings of {@linkcode createAdam}; the defaults are Keras's. */
export interface AdamOptions {
  /** Step size; 0.001 by default. */
  learningRate?: number;
  /** Decay of the first moments; 0.9 by default. */
  beta1?: number;
  /** Decay of the second moments; 0.999 by default. */
  beta2?: number;
  /** Added to the denominator; 1e-7 by default. */
  epsilon?: number;
  /** The greatest Euclidean norm of all gradients together; no limit by default. Keras's global_clipnorm. */
  clipNorm?: number;
}

/** Adam (Kingma & Ba 2015, in the form whose epsilon is outside the bias correction, as in Keras). */
export interface Adam {
  /** Assign a new value to change it; captured steps follow. */
  readonly learningRate: tf.Variable;
  /**
   * Computes the loss, moves the weights along its gradient, and returns the loss.
   *
   * @throws {Error} when the loss does not depend on one of them.
   */
  minimize(loss: () => tf.Scalar): tf.Scalar;
  /** The weights that were learned; within a captured step, those when it runs. The caller disposes. */
  weights(): tf.Tensor[];
  /** Copies the learned weights into the variables; until then they may hold older ones. */
  sync(): void;
  /** First and second moments of each weight, then the powers of beta1 and beta2: the caller disposes. */
  state(): tf.Tensor[];
  /** Continues from the variables' current values and a state that was taken. */
  restore(state: tf.Tensor[]): void;
  /** Frees the moments. */
  dispose(): void;
}

/** Adam over variables; on TensorFlow it works in place by ResourceApplyAdam. */
export function createAdam(variables: tf.Variable[], options: AdamOptions = {}): Adam {
  const settings = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, ...options };
  const scalar = (value: number) => tf.tidy(() => tf.variable(tf.scalar(value), false));
  const powers = [scalar(settings.beta1), scalar(settings.beta2)];
  const learningRate = scalar(settings.learningRate);
  const apply = { ...settings, learningRate, powers };
  const update = currentBackend()
    ? resourceUpdate(variables, apply)
    : plainUpdate(variables, apply);
  const gradientsOf = (loss: () => tf.Scalar) => {
    const { value, grads } = tf.variableGrads(loss, variables);
    const gradients = variables.map(({ name }) => {
      if (grads[name]) return grads[name];
      throw new Error(
        `Cannot learn the variable "${name}": the loss must depend on it but does not`,
      );
    });
    return { value: value as tf.Scalar, gradients: clipped(gradients, options.clipNorm) };
  };
  return {
    learningRate,
    minimize: (loss) =>
      tf.tidy(() => {
        const { value, gradients } = update.withWeights(() => gradientsOf(loss));
        update.apply(gradients);
        powers[0]!.assign(powers[0]!.mul(settings.beta1));
        powers[1]!.assign(powers[1]!.mul(settings.beta2));
        return value;
      }),
    weights: update.weights,
    sync: update.sync,
    state: () => [...update.moments(), ...powers.map((power) => power.clone())],
    restore(state) {
      update.restore(state.slice(0, -2));
      powers.forEach((power, i) => power.assign(state[state.length - 2 + i] as tf.Scalar));
    },
    dispose() {
      update.dispose();
      tf.dispose([learningRate, ...powers]);
    },
  };
}

/** Gradients in their direction, none changed when all of them together are within the limit. */
function clipped(gradients: tf.Tensor[], limit = Infinity): tf.Tensor[] {
  if (limit === Infinity) return gradients;
  const norm = tf.addN(gradients.map((gradient) => gradient.square().sum())).sqrt();
  const factor = tf.div(limit, norm.maximum(limit));
  return gradients.map((gradient) => gradient.mul(factor));
}

interface Applied {
  learningRate: tf.Variable;
  powers: tf.Variable[];
  beta1: number;
  beta2: number;
  epsilon: number;
}

/** How weights and moments are kept and moved. */
interface Update {
  withWeights<T>(compute: () => T): T;
  apply(gradients: tf.Tensor[]): void;
  weights(): tf.Tensor[];
  sync(): void;
  moments(): tf.Tensor[];
  restore(moments: tf.Tensor[]): void;
  dispose(): void;
}

/** Weights and moments are TensorFlow's resources; the variables borrow them while the loss is computed. */
function resourceUpdate(variables: tf.Variable[], settings: Applied): Update {
  const resources = (values: tf.Tensor[]) => values.map((value) => new ResourceVariable(value));
  const zeros = () => {
    const values = variables.map((variable) => tf.zerosLike(variable));
    const made = resources(values);
    tf.dispose(values);
    return made;
  };
  const weights = resources(variables);
  const first = zeros();
  const second = zeros();
  const attributes: Attribute[] = [
    attribute.type("T", "float32"),
    attribute.bool("use_locking", false),
    attribute.bool("use_nesterov", false),
  ];
  return {
    withWeights(compute) {
      const present = weights.map((weight) => weight.read());
      const own = variables.map(({ dataId }) => dataId);
      variables.forEach((variable, i) => variable.dataId = present[i]!.dataId);
      try {
        return compute();
      } finally {
        variables.forEach((variable, i) => variable.dataId = own[i]!);
      }
    },
    apply(gradients) {
      const { learningRate, powers, beta1, beta2, epsilon } = settings;
      const backend = currentBackend()!;
      const numbers = [
        ...powers,
        learningRate,
        ...[beta1, beta2, epsilon].map((x) => tf.scalar(x)),
      ];
      const shared = backend.getInputTensorIds(numbers);
      backend.getInputTensorIds(gradients).forEach((gradient, i) => {
        const inputs = [weights[i]!.id, first[i]!.id, second[i]!.id, ...shared, gradient];
        backend.binding.executeOp("ResourceApplyAdam", attributes, inputs, 0);
      });
    },
    weights: () => weights.map((weight) => weight.read()),
    sync: () =>
      tf.tidy(() => variables.forEach((variable, i) => variable.assign(weights[i]!.read()))),
    moments: () => [...first, ...second].map((moment) => moment.read()),
    restore(moments) {
      weights.forEach((weight, i) => weight.assign(variables[i]!));
      [...first, ...second].forEach((moment, i) => moment.assign(moments[i]!));
    },
    dispose: () => [...weights, ...first, ...second].forEach((resource) => resource.dispose()),
  };
}

/** The same arithmetic in ops that every backend has. */
function plainUpdate(variables: tf.Variable[], settings: Applied): Update {
  const zeros = () => tf.tidy(() => variables.map((v) => tf.variable(tf.zerosLike(v), false)));
  const first = zeros();
  const second = zeros();
  return {
    withWeights: (compute) => compute(),
    apply(gradients) {
      const { learningRate, powers, beta1, beta2, epsilon } = settings;
      const rate = learningRate.mul(tf.sqrt(tf.sub(1, powers[1]!))).div(tf.sub(1, powers[0]!));
      gradients.forEach((gradient, i) => {
        const m = first[i]!.add(gradient.sub(first[i]!).mul(1 - beta1));
        const v = second[i]!.add(gradient.square().sub(second[i]!).mul(1 - beta2));
        first[i]!.assign(m);
        second[i]!.assign(v);
        variables[i]!.assign(variables[i]!.sub(rate.mul(m).div(v.sqrt().add(epsilon))));
      });
    },
    weights: () => variables.map((variable) => variable.clone()),
    sync() {},
    moments: () => [...first, ...second].map((moment) => moment.clone()),
    restore: (moments) => [...first, ...second].forEach((moment, i) => moment.assign(moments[i]!)),
    dispose: () => tf.dispose([...first, ...second]),
  };
}
