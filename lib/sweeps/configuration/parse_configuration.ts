import type { Value } from "./float.ts";
import { parseYaml } from "./parse_yaml.ts";
import { configurationError, readConfiguration } from "./read_configuration.ts";
import type { SweepConfig } from "./sweep_config.ts";

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
  return readConfiguration(parsed(text));
}

function parsed(text: string): Value {
  try {
    return parseYaml(text);
  } catch (error) {
    throw configurationError([`the file: must be YAML: ${(error as Error).message}`]);
  }
}
