import type { Value } from "./float.ts";
import { type Findings, readMapping, type Rules } from "./read_mapping.ts";
import type { SweepConfig } from "./sweep_config.ts";

/**
 * Checks keys of W&B's schema that its other programs use, and reports those that have no effect
 * here.
 */
export function checkElsewhere(top: Record<string, Value>, { faults, warnings }: Findings): void {
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

/** What a method needs of the metric and the parameters. */
export function checkMethod(config: SweepConfig, { faults }: Findings): void {
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

const text = { kind: "text" } as const;

const schedulerRules: Rules = {
  engine: { ...text, oneOf: ["wandb", "optuna", "ax"], required: true },
  source: text,
  optimizer: text,
  search_space: text,
};
