import { isMapping, type Numeric, toNumber, type Value } from "./float.ts";
import { parseYaml } from "./parse_yaml.ts";
import { type Findings, readMapping, type Rules } from "./read_mapping.ts";
import { type Parameter, readParameters } from "./read_parameters.ts";

/** A sweep as its YAML file describes it. */
export interface SweepConfig {
  method: "grid" | "random" | "bayes";
  parameters: Parameter[];
  metric?: Metric;
  earlyTerminate?: Hyperband;
  /** The words that start a trial, with macros such as `${args}`. */
  command?: Value[];
  /** What `${program}` stands for. */
  program?: string;
  name?: string;
  description?: string;
  project?: string;
  entity?: string;
  /** The sweep ends after this many runs. */
  runCap?: number;
}

/** What a sweep optimises. */
export interface Metric {
  name: string;
  goal: "minimize" | "maximize";
  /** The sweep ends once a run reaches this value. */
  target?: number;
  /** Which value counts for a run that failed or was killed. */
  impute: Impute;
  /** Which value counts for a run that has not ended; "false": what the model predicts. */
  imputeWhileRunning: Impute | "false";
}

/** Ways to put a value in the place of a missing one. */
export type Impute = "latest" | "best" | "worst";

/** Early stopping, with bands from `minIter` upwards or from `maxIter` downwards. */
export interface Hyperband {
  minIter?: number;
  maxIter?: number;
  s?: number;
  eta: number;
  strict: boolean;
}

/**
 * Reads a sweep configuration as W&B does (YAML 1.1, W&B's whole schema of sweeps 0.3.0).
 *
 * @returns the configuration with its defaults, and warnings, each with its path in the file.
 * @throws Error that names every fault of the file at once, each with its path and what would be
 * right.
 *
 * @example
 * ```ts
 * import { parseConfiguration } from "lib/sweeps/mod.ts";
 * const text = "method: random\nparameters: {rate: {min: 0.0, max: 1.0}}";
 * console.assert(parseConfiguration(text).config.parameters[0]?.path[0] === "rate");
 * ```
 */
export function parseConfiguration(text: string): { config: SweepConfig; warnings: string[] } {
  const findings: Findings = { faults: [], warnings: [] };
  const config = readConfiguration(parsed(text, findings), findings);
  const { faults, warnings } = findings;
  if (faults.length > 0) {
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    throw new Error(`Cannot read sweep configuration, ${count}:\n  ${faults.join("\n  ")}`);
  }
  return { config, warnings };
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

const schedulerRules: Rules = {
  engine: { ...text, oneOf: ["wandb", "optuna", "ax"], required: true },
  source: text,
  optimizer: text,
  search_space: text,
};

function parsed(text: string, findings: Findings): Value {
  try {
    return parseYaml(text);
  } catch (error) {
    findings.faults.push(`the file: must be YAML: ${(error as Error).message}`);
    return {};
  }
}

function readConfiguration(document: Value, findings: Findings): SweepConfig {
  if (findings.faults.length > 0) return {} as SweepConfig;
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

/** Keys of W&B's schema that are for its other programs: say so where this one cannot obey. */
function checkElsewhere(top: Record<string, Value>, { faults, warnings }: Findings): void {
  const findings = { faults, warnings };
  const controller = readMapping(top.controller ?? { type: "cloud" }, {
    type: { ...text, oneOf: ["local", "cloud"], required: true },
  }, { path: "controller", findings });
  if (top.metrics) {
    faults.push("metrics: needs method custom; name the one metric to optimise under metric");
  }
  if (top.scheduler) {
    const { engine, ...python } = readMapping(top.scheduler, schedulerRules, {
      path: "scheduler",
      findings,
    });
    if (engine !== undefined && (engine !== "wandb" || Object.keys(python).length > 0)) {
      faults.push("scheduler: must be {engine: wandb}; the others run Python inside W&B's agents");
    }
    if (top.early_terminate) faults.push("early_terminate: cannot be used together with scheduler");
    if (controller.type === "local") faults.push("controller.type: cannot be local with scheduler");
  }
  for (const key of ["job", "image_uri"]) {
    if (top[key]) warnings.push(`${key}: is for W&B Launch and not used here`);
  }
}

function checkMethod(config: SweepConfig, { faults }: Findings): void {
  const { method, parameters, metric, earlyTerminate } = config;
  if (method as string === "custom") {
    faults.push('method: must be "grid", "random" or "bayes"; custom needs an engine in Python');
  }
  if (earlyTerminate && !metric) faults.push("metric: is missing; early_terminate needs it");
  if (method === "bayes") {
    if (!metric) faults.push("metric: is missing; method bayes needs it");
    if (
      parameters.length > 0 && parameters.every((p) => p.distribution.distribution === "constant")
    ) {
      faults.push("parameters: must have one that is not constant for method bayes");
    }
  }
  if (method !== "grid") return;
  for (const { path, distribution: { distribution } } of parameters) {
    if (countable.includes(distribution)) continue;
    const place = ["parameters", path.join(".parameters.")].join(".");
    faults.push(`${place}: must be ${countable.join(", ")} for method grid but is ${distribution}`);
  }
}

const countable = ["constant", "categorical", "int_uniform", "q_uniform"];
