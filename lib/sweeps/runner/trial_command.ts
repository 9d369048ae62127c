import type { Environment } from "lib/wandb/mod.ts";
import type { Value } from "../configuration/float.ts";
import { pythonJson, pythonText } from "../configuration/python_text.ts";
import type { Parameters } from "../search/sweep_run.ts";

/** What the macros of a command stand for. */
export interface TrialCommandOptions {
  /** The parameters of the trial, for `${args}` and the macros like it. */
  parameters: Parameters;
  /** `${program}`. */
  program?: string;
  /** `${args_json_file}`: a file that holds the parameters as JSON. */
  jsonPath: string;
  /** Where `${envvar:NAME}` is looked up. */
  environment: Environment;
}

/**
 * The words that start a trial: a sweep's `command` with its macros replaced, exactly as W&B's
 * agent does it. `${interpreter}` is `python`, for a JavaScript or TypeScript program `deno run -A`.
 *
 * @example
 * ```ts
 * import { trialCommand } from "lib/sweeps/mod.ts";
 * const options = { parameters: { units: 64 }, jsonPath: "", environment: {} };
 * console.assert(trialCommand(["train", "${args}"], options).join(" ") === "train --units=64");
 * ```
 */
export function trialCommand(
  command: readonly Value[] = ["${env}", "${interpreter}", "${program}", "${args}"],
  options: TrialCommandOptions,
): string[] {
  const macros = new Map(Object.entries(macrosFor(options)));
  return command.flatMap((element) => {
    const text = pythonText(element).replace(
      /\$\{envvar:([A-Z0-9_]*)\}/g,
      (_, name: string) => options.environment[name] ?? name,
    );
    return /^\$\{.*\}$/s.test(text) ? macros.get(text.slice(2, -1)) ?? [] : [text];
  });
}

function macrosFor(options: TrialCommandOptions): Record<string, string[]> {
  const { parameters, program = "", jsonPath } = options;
  const entries = Object.entries(parameters);
  const pairs = entries.map(([name, value]) => `${name}=${pythonText(value)}`);
  return {
    env: ["/usr/bin/env"],
    interpreter: /\.[cm]?[jt]s$/.test(program) ? ["deno", "run", "-A"] : ["python"],
    program: [program],
    args: pairs.map((pair) => `--${pair}`),
    args_no_hyphens: pairs,
    args_no_equals: entries.flatMap(([name, value]) => [`--${name}`, pythonText(value)]),
    args_no_boolean_flags: entries.flatMap(([name, value], index) =>
      value === true ? [`--${name}`] : value === false ? [] : [`--${pairs[index]}`]
    ),
    args_json: [pythonJson(parameters)],
    args_json_file: [jsonPath],
    args_append_hydra: pairs.map((pair) => `+${pair}`),
    args_override_hydra: pairs.map((pair) => `++${pair}`),
  };
}
