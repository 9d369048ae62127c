const factors: Record<string, number> = { v: 1000, mv: 1, uv: 1 / 1000, nv: 1 / 1_000_000 };

/**
 * How many millivolts one of a unit is; undefined for a unit that is no voltage.
 *
 * Takes the spellings of devices: `uV`, `µV` with either sign for micro, `mV`, `MV`, `Volts`, `microvolt`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { millivoltsPer } from "lib/recordings/mod.ts";
 *
 * assert.equal(millivoltsPer("µV"), 0.001);
 * assert.equal(millivoltsPer("bpm"), undefined);
 * ```
 */
export function millivoltsPer(unit: string): number | undefined {
  const plain = unit.trim().toLowerCase()
    .replace(/^[\u00b5\u03bc]/, "u")
    // What pyedflib makes of "µV" in UTF-8.
    .replace(/^au(?=v)/, "u")
    .replace(/^(micro|milli|nano)[ -]?/, (word) => word === "micro" ? "u" : word[0]!)
    // HealthKit writes "mcV".
    .replace(/^mc/, "u")
    .replace(/v(olt)?s?$/, "v");
  return Object.hasOwn(factors, plain) ? factors[plain] : undefined;
}
