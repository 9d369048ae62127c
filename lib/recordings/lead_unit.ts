import { millivoltsPer } from "./millivolts_per.ts";

/**
 * The unit of a lead in a recording, and the factor that brings the file's numbers to it.
 *
 * The unit that the caller names counts for every lead whose own is a voltage or missing.
 */
export function leadUnit(
  name: string,
  unit: string,
  options: { unit?: string; warnings: string[] },
): { unit: string; factor: number } {
  const own = millivoltsPer(unit);
  const named = options.unit === undefined ? undefined : millivoltsPer(options.unit);
  if (named !== undefined && (own !== undefined || unit === "")) {
    return { unit: "mV", factor: named };
  }
  if (own !== undefined) return { unit: "mV", factor: own };
  if (unit === "") options.warnings.push(`The file names no unit for lead "${name}".`);
  return { unit, factor: 1 };
}
