import { Float, isMapping, isNumeric, toNumber, type Value } from "./float.ts";
import { pythonJson } from "./python_text.ts";

/** What a key of a mapping may hold. */
export interface Rule {
  kind: "any" | "text" | "integer" | "number" | "boolean" | "list" | "mapping";
  /** The allowed texts. */
  oneOf?: readonly string[];
  required?: boolean;
  /** What is used where the key is missing. */
  default?: Value;
  /** The number must be greater than this. */
  above?: number;
  /** The number must not be less than this. */
  atLeast?: number;
}

/** The keys of a mapping. */
export type Rules = Readonly<Record<string, Rule>>;

/** What was found in a file: lines of the form `path: what is wrong, what would be right`. */
export interface Findings {
  faults: string[];
  warnings: string[];
}

/** Where {@link readMapping} reads and where it reports findings. */
export interface ReadOptions {
  /** Path of the mapping in the file, such as `parameters.rate`. */
  path: string;
  findings: Findings;
}

/**
 * Reads a mapping by rules and returns its good keys, defaults filled in; everything else becomes
 * a finding. A number written `1e-4` (text in YAML 1.1) is accepted with a warning.
 */
export function readMapping(
  value: Value,
  rules: Rules,
  options: ReadOptions,
): Record<string, Value> {
  const { path, findings } = options;
  if (!isMapping(value)) {
    findings.faults.push(`${path || "the file"}: must be a mapping but is ${shown(value)}`);
    return {};
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(rules, key)) continue;
    const known = Object.keys(rules).join(", ");
    findings.faults.push(`${join(path, key)}: is no known key here; known are ${known}`);
  }
  const result: Record<string, Value> = {};
  for (const [key, rule] of Object.entries(rules)) {
    const good = readKey(value[key], rule, { path: join(path, key), findings });
    if (good !== undefined) result[key] = good;
  }
  return result;
}

/** The path of a key inside a mapping. */
export function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}

/** A value for a message, shortened. */
export function shown(value: Value | undefined): string {
  if (value === undefined) return "missing";
  const text = pythonJson(value);
  return text.length > 60 ? text.slice(0, 57) + "..." : text;
}

function readKey(value: Value | undefined, rule: Rule, options: ReadOptions): Value | undefined {
  const { path, findings } = options;
  if (value === undefined) {
    if (rule.required) findings.faults.push(`${path}: is missing; must be ${wanted(rule)}`);
    return rule.default;
  }
  const read = rule.kind === "number" ? numberInText(value, options) : value;
  if (fits(read, rule)) return read;
  findings.faults.push(`${path}: must be ${wanted(rule)} but is ${shown(value)}`);
}

function numberInText(value: Value, { path, findings }: ReadOptions): Value {
  if (typeof value !== "string" || !/^[-+]?\d+(\.\d*)?[eE][-+]?\d+$/.test(value)) return value;
  const float = new Float(Number(value));
  findings.warnings.push(
    `${path}: YAML 1.1, and so W&B, reads ${value} as text; write ${yamlFloat(value)}`,
  );
  return float;
}

/** 1e-4 as YAML 1.1 wants it: with a point and a signed exponent. */
function yamlFloat(text: string): string {
  const [digits = "", power = ""] = text.toLowerCase().split("e");
  return `${digits.includes(".") ? digits : digits + ".0"}e${
    /^[-+]/.test(power) ? "" : "+"
  }${power}`;
}

function fits(value: Value, rule: Rule): boolean {
  const { kind, oneOf, above, atLeast } = rule;
  if (kind === "any") return true;
  if (kind === "list") return Array.isArray(value) && value.length > 0;
  if (kind === "mapping") return isMapping(value);
  if (kind === "boolean") return typeof value === "boolean";
  if (kind === "text") return typeof value === "string" && (!oneOf || oneOf.includes(value));
  if (kind === "integer" && typeof value !== "number") return false;
  return isNumeric(value) && Number.isFinite(toNumber(value)) &&
    !(above !== undefined && toNumber(value) <= above) &&
    !(atLeast !== undefined && toNumber(value) < atLeast);
}

function wanted(rule: Rule): string {
  const { kind, oneOf, above, atLeast } = rule;
  if (oneOf) return oneOf.map((text) => `"${text}"`).join(", ").replace(/, (?=[^,]*$)/, " or ");
  const range = above !== undefined
    ? ` greater than ${above}`
    : atLeast !== undefined
    ? ` not less than ${atLeast}`
    : "";
  const names = {
    any: "a value",
    text: "a text",
    integer: "an integer (without a point)",
    number: "a number",
    boolean: "true or false",
    list: "a list that is not empty",
    mapping: "a mapping",
  };
  return names[kind] + range;
}
