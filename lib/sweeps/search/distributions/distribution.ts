import { Float, type Numeric, type Value } from "../../configuration/float.ts";
import type { Rule, Rules } from "../../configuration/read_mapping.ts";

/** Where the values of a parameter come from, in W&B's names. */
export type Distribution =
  | { distribution: "constant"; value: Value }
  | { distribution: "categorical"; values: Value[] }
  | { distribution: "categorical_w_probabilities"; values: Value[]; probabilities: Numeric[] }
  | { distribution: "int_uniform"; min: number; max: number }
  | { distribution: UniformName; min: Numeric; max: Numeric }
  | { distribution: QuantizedUniformName; min: Numeric; max: Numeric; q: Numeric }
  | { distribution: "normal" | "log_normal"; mu: Numeric; sigma: Numeric }
  | { distribution: "q_normal" | "q_log_normal"; mu: Numeric; sigma: Numeric; q: Numeric }
  | { distribution: "beta"; a: Numeric; b: Numeric }
  | { distribution: "q_beta"; a: Numeric; b: Numeric; q: Numeric };

/** Uniform distributions of a number, its logarithm or its inverse. */
export type UniformName =
  | "uniform"
  | "log_uniform"
  | "log_uniform_values"
  | "inv_log_uniform"
  | "inv_log_uniform_values";

/** Their forms that are rounded to multiples of `q`. */
export type QuantizedUniformName = "q_uniform" | "q_log_uniform" | "q_log_uniform_values";

/** The name of a distribution. */
export type DistributionName = Distribution["distribution"];

const required = (rule: Rule): Rule => ({ ...rule, required: true });
const number = required({ kind: "number" });
const list = required({ kind: "list" });
const bounds = { min: number, max: number };
const positiveBounds = { min: { ...number, above: 0 }, max: number };
const gauss: Rules = {
  mu: { kind: "number", default: 0 },
  sigma: { kind: "number", default: 1, atLeast: 0 },
};
const shape: Rules = {
  a: { kind: "number", default: 1, above: 0 },
  b: { kind: "number", default: 1, above: 0 },
};

const quantum: Rules = { q: { kind: "number", default: new Float(1), above: 0 } };

/** The keys that each distribution takes, besides `distribution`, with their defaults. */
export const distributionRules: Readonly<Record<DistributionName, Rules>> = {
  constant: { value: required({ kind: "any" }) },
  categorical: { values: list },
  categorical_w_probabilities: { values: list, probabilities: list },
  int_uniform: { min: required({ kind: "integer" }), max: required({ kind: "integer" }) },
  uniform: bounds,
  q_uniform: { ...bounds, ...quantum },
  log_uniform: bounds,
  log_uniform_values: positiveBounds,
  q_log_uniform: { ...bounds, ...quantum },
  q_log_uniform_values: { ...positiveBounds, ...quantum },
  inv_log_uniform: bounds,
  inv_log_uniform_values: positiveBounds,
  normal: gauss,
  q_normal: { ...gauss, ...quantum },
  log_normal: gauss,
  q_log_normal: { ...gauss, ...quantum },
  beta: shape,
  q_beta: { ...shape, ...quantum },
};
