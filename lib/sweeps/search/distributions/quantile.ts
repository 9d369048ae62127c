import { betaQuantile } from "./beta_distribution.ts";
import type { Distribution } from "./distribution.ts";
import { Float, type Numeric, toNumber, type Value } from "../../configuration/float.ts";
import { normalQuantile } from "./normal_distribution.ts";

/**
 * The value of a parameter at `u` in (0, 1): the inverse of its cumulative distribution, as W&B's
 * sweep engine defines it. A uniform random `u` gives a sample.
 *
 * Continuous distributions give a {@link Float}; one with an integer step `q` gives integers.
 *
 * @example
 * ```ts
 * import { quantile } from "lib/sweeps/search/distributions/quantile.ts";
 * console.assert(quantile({ distribution: "int_uniform", min: 1, max: 6 }, 0.5) === 3);
 * ```
 */
export function quantile(distribution: Distribution, u: number): Value {
  const d = distribution;
  switch (d.distribution) {
    case "constant":
      return d.value;
    case "categorical":
      return d.values[indexAt(u, d.values.length)]!;
    case "categorical_w_probabilities": {
      let sum = 0;
      const index = d.probabilities.findIndex((p) => u < (sum += toNumber(p)));
      return d.values.at(index)!;
    }
    case "int_uniform":
      return d.min + indexAt(u, d.max - d.min + 1);
    default: {
      const value = continuous(d, u);
      return "q" in d ? quantized(value, d.q) : new Float(value);
    }
  }
}

/** Which of `count` equal parts of (0, 1) holds `u`, a border belonging to the part before. */
function indexAt(u: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.ceil(u * count) - 1));
}

type Continuous = Extract<Distribution, { min: Numeric } | { mu: Numeric } | { a: Numeric }>;

function continuous(d: Continuous, u: number): number {
  if ("mu" in d) {
    const inside = Math.max(u, 2 ** -33); // a random 0 would lie at minus infinity
    const deviations = toNumber(d.sigma) === 0 ? 0 : normalQuantile(inside);
    const value = toNumber(d.mu) + toNumber(d.sigma) * deviations;
    return d.distribution.endsWith("log_normal") ? Math.exp(value) : value;
  }
  if ("a" in d) return betaQuantile(u, { a: toNumber(d.a), b: toNumber(d.b) });
  const min = toNumber(d.min);
  const max = toNumber(d.max);
  const between = (low: number, high: number, part = u) => low + part * (high - low);
  switch (d.distribution) {
    case "log_uniform":
    case "q_log_uniform":
      return Math.exp(between(min, max));
    case "log_uniform_values":
    case "q_log_uniform_values":
    case "inv_log_uniform_values":
      return Math.exp(between(Math.log(min), Math.log(max)));
    case "inv_log_uniform":
      return Math.exp(-between(min, max, 1 - u));
    default:
      return between(min, max);
  }
}

function quantized(value: number, q: Numeric): Value {
  const rounded = roundHalfToEven(value / toNumber(q)) * toNumber(q);
  return typeof q === "number" ? rounded : new Float(rounded);
}

/** Rounding as IEEE 754, numpy and Python have it: a half goes to the even neighbour. */
function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}
