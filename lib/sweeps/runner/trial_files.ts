import { Float, type Value } from "../configuration/float.ts";
import { pythonJson } from "../configuration/python_text.ts";
import type { Parameters } from "../search/sweep_run.ts";

/** Where the files of a trial are, all absolute. */
export interface TrialFiles {
  /** YAML that `wandb.init` reads the run's configuration from (WANDB_SWEEP_PARAM_PATH). */
  parameters: string;
  /** The same as JSON, for `${args_json_file}`. */
  json: string;
  /** What the trial prints. */
  console: string;
  /** The process that leads the trial's group. */
  pid: string;
  /** The exit code, there once the trial has ended. */
  exitCode: string;
}

/** The paths of a trial's files in a sweep's directory; W&B's agent names the first two so. */
export function trialFiles(
  directory: string,
  { sweepId, run }: { sweepId: string; run: string },
): TrialFiles {
  const sweep = `${directory}/wandb/sweep-${sweepId}`;
  const trial = `${directory}/trials/${run}`;
  return {
    parameters: `${sweep}/config-${run}.yaml`,
    json: `${sweep}/config-${run}.json`,
    console: `${trial}/console.log`,
    pid: `${trial}/pid`,
    exitCode: `${trial}/exit_code`,
  };
}

/** Makes the folders of a trial and writes its parameters. */
export function writeTrialFiles(files: TrialFiles, parameters: Parameters): void {
  for (const path of [files.parameters, files.console]) {
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  }
  Deno.writeTextFileSync(files.parameters, parameterYaml(parameters));
  Deno.writeTextFileSync(files.json, pythonJson(parameters));
}

/**
 * The file that W&B's agent writes for `wandb.init`: each name with its `value`, in YAML 1.1. Names
 * are quoted: that of a parameter may be `on` or `null`.
 */
export function parameterYaml(parameters: Parameters): string {
  const entries = Object.entries(parameters)
    .map(([name, value]) => `${JSON.stringify(name)}:\n  value: ${flow(value)}\n`);
  return `wandb_version: 1\n\n${entries.join("")}`;
}

/** JSON is YAML, but for floats, which YAML 1.1 wants with a point. */
function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value instanceof Float) {
    if (!Number.isFinite(value.value)) {
      return Number.isNaN(value.value) ? ".nan" : value.value > 0 ? ".inf" : "-.inf";
    }
    return pythonJson(value).replace(/^(-?\d+)e/, "$1.0e");
  }
  if (value === null || typeof value !== "object") return pythonJson(value);
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flow(item)}`);
  return `{${items.join(", ")}}`;
}
