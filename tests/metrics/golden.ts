import assert from "node:assert/strict";

/** Numbers of the reference programs, made by tests/reference/metrics_golden.py. */
// deno-lint-ignore no-explicit-any
export const golden: any = JSON.parse(
  Deno.readTextFileSync(new URL("../fixtures/metrics/golden.json", import.meta.url)),
  (_, value) => value === "Infinity" ? Infinity : value,
);

/** Classifiers of different kinds; in "absent" two of the five classes have no row. */
export const caseNames = ["balanced", "rare", "absent", "perfect"] as const;

/** Asserts that numbers equal up to rounding, wherever they are in equal plain structures. */
export function assertClose(actual: unknown, wanted: unknown, tolerance = 1e-12, path = ""): void {
  if (typeof wanted === "number") {
    const found = Number(actual);
    const close = Object.is(found, wanted) || Math.abs(found - wanted) <= tolerance;
    assert.ok(close, `${path || "value"}: wanted ${wanted}, found ${actual}`);
  } else {
    const entries = Object.entries(wanted as object);
    assert.equal(Object.keys(actual as object).length, entries.length, `entries of ${path}`);
    for (const [key, value] of entries) {
      const found = (actual as Record<string, unknown>)[key];
      assertClose(found, value, tolerance, path ? `${path}.${key}` : key);
    }
  }
}

/** Scores of one class out of row-major probabilities `[rows, 5]`. */
export function scoresOfClass(probabilities: number[], index: number): number[] {
  return probabilities.filter((_, i) => i % 5 === index);
}

/** Confidence of each row's most probable class, in 64 bits, and whether it is the right one. */
export function confidencesOf(name: "sure" | "modest"): [number[], boolean[]] {
  const { actual, probabilities } = golden.calibration[name];
  const rows = actual.map((_: number, i: number) => probabilities.slice(5 * i, 5 * i + 5));
  const confidences = rows.map((row: number[]) => Math.max(...row));
  const correct = rows.map((row: number[], i: number) => row[actual[i]] === confidences[i]);
  return [confidences, correct];
}
