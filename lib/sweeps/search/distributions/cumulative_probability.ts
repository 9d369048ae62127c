import { betaProbability } from "./beta_distribution.ts";
import type { Distribution } from "./distribution.ts";
import { isNumeric, type Numeric, toNumber, type Value } from "../../configuration/float.ts";
import { normalProbability } from "./normal_distribution.ts";
import { sameValue } from "../same_value.ts";

/**
 * The place of a parameter's value in [0, 1]: its cumulative distribution, as W&B's sweep engine
 * uses it to lay runs out for Bayesian search (a quantised distribution counts as continuous; the
 * last of n categories is at 1, the first at 1/n).
 *
 * @returns NaN for a value that the distribution cannot have.
 */
export function cumulativeProbability(distribution: Distribution, value: Value): number {
  const d = distribution;
  switch (d.distribution) {
    case "constant":
      return 0;
    case "categorical": {
      const index = d.values.findIndex((item) => sameValue(item, value));
      return index < 0 ? NaN : (index + 1) / d.values.length;
    }
    case "categorical_w_probabilities": {
      const index = d.values.findIndex((item) => sameValue(item, value));
      const upTo = d.probabilities.slice(0, index + 1);
      return index < 0 ? NaN : upTo.reduce<number>((sum, p) => sum + toNumber(p), 0);
    }
    default:
      return isNumeric(value) ? numeric(d, toNumber(value)) : NaN;
  }
}

type Continuous = Extract<Distribution, { min: Numeric } | { mu: Numeric } | { a: Numeric }>;

function numeric(d: Continuous, x: number): number {
  if ("mu" in d) {
    const z = d.distribution.endsWith("log_normal") ? Math.log(x) : x;
    const offset = z - toNumber(d.mu);
    return normalProbability(offset === 0 ? 0 : offset / toNumber(d.sigma));
  }
  if ("a" in d) return betaProbability(x, { a: toNumber(d.a), b: toNumber(d.b) });
  const min = toNumber(d.min);
  const max = toNumber(d.max);
  switch (d.distribution) {
    case "int_uniform":
      return part(Math.floor(x) + 1, min, max + 1);
    case "log_uniform":
    case "q_log_uniform":
      return part(Math.log(x), min, max);
    case "log_uniform_values":
    case "q_log_uniform_values":
    case "inv_log_uniform_values":
      return part(Math.log(x), Math.log(min), Math.log(max));
    case "inv_log_uniform":
      return 1 - part(-Math.log(x), min, max);
    default:
      return part(x, min, max);
  }
}

function part(x: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (x - low) / (high - low)));
}
