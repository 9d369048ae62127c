import {
  boolYaml11Tag,
  defineScalarTag,
  floatYaml11Tag,
  load,
  NOT_RESOLVED,
  timestampTag,
  YAML11_SCHEMA,
} from "js-yaml";
import { pythonBoolean } from "lib/wandb/mod.ts";
import { Float, type Value } from "./float.ts";

/**
 * Parses YAML as PyYAML's `safe_load` does, which reads the files given to `wandb sweep`: version
 * 1.1 of the language (`yes` is true, `1e-4` is text, `017` is 15). Floats are distinguished from
 * integers; dates are text.
 *
 * @throws YAMLException with the line, where the text is no YAML.
 *
 * @example
 * ```ts
 * import { parseYaml } from "lib/sweeps/configuration/parse_yaml.ts";
 * console.assert(JSON.stringify(parseYaml("[1e-4, 1.0e-4, off]")) === '["1e-4",0.0001,false]');
 * ```
 */
export function parseYaml(text: string): Value {
  return load(text, { schema }) as Value;
}

/** js-yaml's own YAML 1.1 tag also reads `y` and `n`; PyYAML does not. */
const boolTag = defineScalarTag<boolean>("tag:yaml.org,2002:bool", {
  ...boolYaml11Tag,
  resolve: (source) => pythonBoolean(source) ?? NOT_RESOLVED,
});

const floatTag = defineScalarTag<Float>("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: floatYaml11Tag.implicitFirstChars,
  resolve: (source, isExplicit, tagName) => {
    if (/^[-+]?\.(_|$)|^[-+]\.\d/.test(source)) return NOT_RESOLVED; // text to PyYAML
    const value = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return typeof value === "number" ? new Float(value) : NOT_RESOLVED;
  },
  identify: (data) => data instanceof Float,
});

/** A date stays text: a trial is given what Python's `str()` makes of one. */
const dateTag = defineScalarTag<Date>("tag:yaml.org,2002:timestamp", {
  ...timestampTag,
  resolve: () => NOT_RESOLVED,
});

const schema = YAML11_SCHEMA.withTags(boolTag, floatTag, dateTag);
