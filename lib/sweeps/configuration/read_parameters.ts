import {
  type Distribution,
  type DistributionName,
  distributionRules,
} from "../search/distributions/distribution.ts";
import { isMapping, isNumeric, toNumber, type Value } from "./float.ts";
import { join, readMapping, type ReadOptions, shown } from "./read_mapping.ts";

/** One value to choose for a run: its name, with the names inside nested parameters. */
export interface Parameter {
  /** Its name, after the names of the parameters that it is nested in. */
  path: string[];
  /** Where its values come from. */
  distribution: Distribution;
}

/**
 * Reads the `parameters` of a sweep, at any depth, in W&B's order: names sorted, nested ones in
 * their parent's place. What is wrong goes to `options.findings`.
 */
export function readParameters(
  value: Value,
  options: ReadOptions,
  names: string[] = [],
): Parameter[] {
  const { path, findings } = options;
  if (!isMapping(value) || Object.keys(value).length === 0) {
    findings.faults.push(
      `${path}: must be a mapping of names to parameters but is ${shown(value)}`,
    );
    return [];
  }
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return entries.flatMap(([name, parameter]) => {
    const inner = { path: join(path, name), findings };
    if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)) {
      findings.faults.push(
        `${inner.path}: a name must begin with a letter or _ and go on with letters, digits, _ . or -`,
      );
    }
    if (isMapping(parameter) && "parameters" in parameter) {
      readMapping(parameter, { parameters: { kind: "mapping" } }, inner);
      const nested = { path: join(inner.path, "parameters"), findings };
      return readParameters(parameter.parameters!, nested, [...names, name]);
    }
    const distribution = readDistribution(parameter, inner);
    return distribution ? [{ path: [...names, name], distribution }] : [];
  });
}

function readDistribution(value: Value, options: ReadOptions): Distribution | undefined {
  const { path, findings } = options;
  if (!isMapping(value)) {
    findings.faults.push(`${path}: must be a mapping such as {value: ${shown(value)}}`);
    return;
  }
  const name = value.distribution ?? inferred(value);
  if (typeof name !== "string" || !Object.hasOwn(distributionRules, name)) {
    const known = Object.keys(distributionRules).join(", ");
    findings.faults.push(
      name === undefined
        ? `${path}: must have value, values, min and max, parameters or distribution`
        : `${path}.distribution: must be one of ${known} but is ${shown(name)}`,
    );
    return;
  }
  const replacement = deprecated[name];
  if (replacement) {
    findings.warnings.push(
      `${path}.distribution: ${name} is deprecated, its min and max are natural exponents; ` +
        `write ${replacement} with the limits themselves`,
    );
  }
  const before = findings.faults.length;
  const rules = {
    distribution: { kind: "any" as const },
    ...distributionRules[name as DistributionName],
  };
  const keys = readMapping(value, rules, options);
  if (findings.faults.length > before) return;
  checkBounds(keys, options);
  checkValues(keys, options);
  return { ...keys, distribution: name } as unknown as Distribution;
}

/** W&B's rule for a parameter that names no distribution. */
function inferred(parameter: Record<string, Value>): DistributionName | undefined {
  if ("value" in parameter) return "constant";
  if ("probabilities" in parameter) return "categorical_w_probabilities";
  if ("values" in parameter) return "categorical";
  if (!("min" in parameter || "max" in parameter)) return undefined;
  const { min = 0, max = 0 } = parameter;
  return typeof min === "number" && typeof max === "number" ? "int_uniform" : "uniform";
}

const deprecated: Record<string, DistributionName | undefined> = {
  log_uniform: "log_uniform_values",
  q_log_uniform: "q_log_uniform_values",
  inv_log_uniform: "inv_log_uniform_values",
};

function checkBounds({ min, max }: Record<string, Value>, { path, findings }: ReadOptions): void {
  if (!isNumeric(min) || !isNumeric(max) || toNumber(min) < toNumber(max)) return;
  findings.faults.push(`${path}.min: must be less than max (${shown(max)}) but is ${shown(min)}`);
}

function checkValues(
  { values, probabilities }: Record<string, Value>,
  { path, findings }: ReadOptions,
): void {
  for (const [index, value] of Array.isArray(values) ? values.entries() : []) {
    if (typeof value !== "string" || !/^[-+]?\d+(\.\d*)?[eE][-+]?\d+$/.test(value)) continue;
    findings.warnings.push(
      `${path}.values[${index}]: YAML 1.1, and so W&B, reads ${value} as text`,
    );
  }
  if (!Array.isArray(probabilities) || !Array.isArray(values)) return;
  if (probabilities.length !== values.length) {
    findings.faults.push(
      `${path}.probabilities: must be as many as values (${values.length}) but are ${probabilities.length}`,
    );
  }
  const numbers = probabilities.map((item) => isNumeric(item) ? toNumber(item) : NaN);
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (numbers.some((number) => !(number >= 0))) {
    findings.faults.push(`${path}.probabilities: must be numbers not less than 0`);
  } else if (Math.abs(sum - 1) > 1e-5) {
    findings.faults.push(`${path}.probabilities: must sum to 1 but sum to ${sum}`);
  }
}
