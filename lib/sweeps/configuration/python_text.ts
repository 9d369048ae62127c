import { Float, type Value } from "./float.ts";

/**
 * A value as Python's `str()` prints it. W&B's agent, a Python program, puts parameters into
 * command lines this way, so `true` becomes `True`, nothing `None` and 0.00001 `1e-05`.
 *
 * @example
 * ```ts
 * import { Float } from "lib/sweeps/configuration/float.ts";
 * import { pythonText } from "lib/sweeps/configuration/python_text.ts";
 * console.assert(pythonText({ rate: new Float(1e-5), on: true }) === "{'rate': 1e-05, 'on': True}");
 * ```
 */
export function pythonText(value: Value): string {
  return typeof value === "string" ? value : representation(value);
}

/** A value as Python's `json.dumps` prints it: floats keep their point, letters are ASCII. */
export function pythonJson(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
  if (value instanceof Float) {
    return jsonNonFinite[String(value.value)] ?? pythonFloat(value.value);
  }
  if (typeof value === "number") return String(BigInt(value));
  if (value === null || typeof value !== "object") return asciiJson(JSON.stringify(value));
  const items = Object.entries(value).map(([key, item]) =>
    `${asciiJson(JSON.stringify(key))}: ${pythonJson(item)}`
  );
  return `{${items.join(", ")}}`;
}

/**
 * A float as Python's `repr()` prints it: the shortest digits that read back the same, with an
 * exponent below 1e-4 and from 1e16 on, and always a point or an exponent.
 */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const text = exponent < 0
    ? value.toFixed(digits.replace(/[-.]/g, "").length - 1 - exponent)
    : String(value);
  return text.includes(".") ? text : text + ".0";
}

const jsonNonFinite: Record<string, string | undefined> = {
  NaN: "NaN",
  Infinity: "Infinity",
  "-Infinity": "-Infinity",
};

function representation(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return String(BigInt(value));
  if (value instanceof Float) return pythonFloat(value.value);
  if (Array.isArray(value)) return `[${value.map(representation).join(", ")}]`;
  const items = Object.entries(value).map(([key, item]) =>
    `${quoted(key)}: ${representation(item)}`
  );
  return `{${items.join(", ")}}`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const escaped = text.replace(/[\\\n\r\t]/g, (character) => escapes[character]!)
    .replaceAll(quote, "\\" + quote)
    // deno-lint-ignore no-control-regex
    .replace(/[\x00-\x1f\x7f]/g, (c) => "\\x" + c.charCodeAt(0).toString(16).padStart(2, "0"));
  return quote + escaped + quote;
}

function asciiJson(json: string): string {
  return json.replace(
    /[\u007f-\uffff]/g,
    (c) => c === "\u007f" ? c : "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"),
  );
}
