/**
 * A number in scientific notation with 18 digits after the point and at least two in the exponent,
 * as C's `printf("%.18e")` writes it.
 *
 * JavaScript rounds a tie away from zero, C to the even digit; `5 * 2 ** -27` is one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatValue } from "lib/beats/mod.ts";
 *
 * assert.equal(formatValue(0.5), "5.000000000000000000e-01");
 * ```
 */
export function formatValue(value: number): string {
  const [digits, exponent] = roundHalfToEven(value).split("e") as [string, string];
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

function roundHalfToEven(value: number): string {
  const rounded = value.toExponential(18);
  if (!value.toExponential(19).includes("5e")) return rounded;
  const tie = /^(-?\d\.\d{17}[02468])50*(e.*)$/.exec(value.toExponential(100));
  return tie ? tie[1]! + tie[2]! : rounded;
}
