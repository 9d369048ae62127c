import { checkElsewhere, checkMethod } from "./check_configuration.ts";
import { fromPlain, isMapping, type Numeric, toNumber, type Value } from "./float.ts";
import { type Findings, readMapping, type Rules } from "./read_mapping.ts";
import { readParameters } from "./read_parameters.ts";
import type { Hyperband, Metric, SweepConfig } from "./sweep_config.ts";

/**
 * Reads a sweep configuration from its description in plain JavaScript, with the keys of W&B's
 * schema of sweeps 0.3.0. As in YAML, a whole number is an integer: `{ min: 0, max: 1 }` is 0 or 1,
 * `{ distribution: "uniform", min: 0, max: 1 }` all that lies between.
 *
 * @returns the configuration with its defaults, and warnings, each with its path in the description.
 * @throws {Error} that names every fault at once, each with its path and what would be right.
 *
 * @example
 * ```ts
 * import { readConfiguration } from "lib/sweeps/search/mod.ts";
 *
 * const { config } = readConfiguration({
 *   method: "random",
 *   parameters: { rate: { distribution: "log_uniform_values", min: 1e-4, max: 0.1 } },
 * });
 * console.assert(config.parameters[0]?.path[0] === "rate");
 * ```
 */
export function readConfiguration(
  description: unknown,
): { config: SweepConfig; warnings: string[] } {
  const findings: Findings = { faults: [], warnings: [] };
  const config = readDocument(fromPlain(description), findings);
  const { faults, warnings } = findings;
  if (faults.length > 0) throw configurationError(faults);
  return { config, warnings };
}

/** The error that names all faults of a configuration. */
export function configurationError(faults: readonly string[]): Error {
  const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
  return new Error(`Cannot read sweep configuration, ${count}:\n  ${faults.join("\n  ")}`);
}

const text = { kind: "text" } as const;

const topRules: Rules = {
  method: { ...text, oneOf: ["grid", "random", "bayes", "custom"], required: true },
  parameters: { kind: "mapping", required: true },
  metric: { kind: "mapping" },
  metrics: { kind: "list" },
  early_terminate: { kind: "mapping" },
  command: { kind: "list" },
  program: text,
  name: text,
  description: text,
  project: text,
  entity: text,
  run_cap: { kind: "integer", above: 0 },
  apiVersion: text,
  kind: { ...text, oneOf: ["sweep"] },
  controller: { kind: "mapping" },
  job: text,
  image_uri: text,
  scheduler: { kind: "mapping" },
};

const imputes = ["latest", "best", "worst"];

const metricRules: Rules = {
  name: { ...text, required: true },
  goal: { ...text, oneOf: ["minimize", "maximize"], default: "minimize" },
  target: { kind: "number" },
  impute: { ...text, oneOf: imputes, default: "worst" },
  impute_while_running: { ...text, oneOf: [...imputes, "false"], default: "false" },
};

const hyperbandRules: Rules = {
  type: { ...text, oneOf: ["hyperband"], required: true },
  min_iter: { kind: "integer", atLeast: 1 },
  max_iter: { kind: "integer", atLeast: 1 },
  s: { kind: "number", atLeast: 1 },
  eta: { kind: "number", above: 1, default: 3 },
  strict: { kind: "boolean", default: true },
};

function readDocument(document: Value, findings: Findings): SweepConfig {
  const top = readMapping(document, topRules, { path: "", findings });
  const { method, name, description, project, entity, program, command, run_cap } = top;
  const given = isMapping(document) && document.parameters;
  const parameters = isMapping(given)
    ? readParameters(given, { path: "parameters", findings })
    : [];
  const config = {
    method,
    parameters,
    metric: readMetric(top.metric, findings),
    earlyTerminate: readHyperband(top.early_terminate, findings),
    command,
    program,
    name,
    description,
    project,
    entity,
    runCap: run_cap,
  } as SweepConfig;
  if (!program && Array.isArray(command) && command.includes("${program}")) {
    findings.faults.push("program: is missing; command has ${program}");
  }
  checkElsewhere(top, findings);
  checkMethod(config, findings);
  return config;
}

function readMetric(value: Value | undefined, findings: Findings): Metric | undefined {
  if (value === undefined) return;
  const { name, goal, target, impute, impute_while_running: imputeWhileRunning } = readMapping(
    value,
    metricRules,
    { path: "metric", findings },
  );
  const number = target === undefined ? undefined : toNumber(target as Numeric);
  return { name, goal, target: number, impute, imputeWhileRunning } as Metric;
}

function readHyperband(value: Value | undefined, findings: Findings): Hyperband | undefined {
  if (value === undefined) return;
  const before = findings.faults.length;
  const options = { path: "early_terminate", findings };
  const keys = readMapping(value, hyperbandRules, options);
  const { min_iter: minIter, max_iter: maxIter, s, eta, strict } = keys;
  if (findings.faults.length > before) return;
  if (maxIter === undefined ? minIter === undefined : s === undefined) {
    findings.faults.push("early_terminate: must have min_iter, or max_iter and s");
  } else if (maxIter !== undefined && Number(maxIter) / Number(eta) < 1) {
    findings.faults.push(
      `early_terminate.max_iter: must be at least eta (${eta}) but is ${maxIter}`,
    );
  }
  const count = s === undefined ? undefined : Number(s);
  return { minIter, maxIter, s: count, eta: Number(eta), strict } as Hyperband;
}
