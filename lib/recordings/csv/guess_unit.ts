import { quantileSpan } from "../quantile_span.ts";

/** A unit guessed for voltages. */
export interface GuessedUnit {
  unit: "V" | "mV" | "uV";
  /** How far the samples reach in the numbers of the file. */
  span: number;
}

/**
 * The one unit in which leads of unknown unit would be an ECG, by the range that 99 % of the samples keep to, the middle
 * one of all leads: an ECG spans .3 to 10 mV. Undefined where no unit makes them one.
 */
export function guessUnit(leads: readonly Float32Array[]): GuessedUnit | undefined {
  const spans = leads.map((samples) => quantileSpan(samples, 0.005)).filter((span) => span > 0)
    .sort((a, b) => a - b);
  const span = spans[spans.length >> 1];
  if (span === undefined || span >= 50_000) return undefined;
  return { unit: span < 0.03 ? "V" : span < 30 ? "mV" : "uV", span };
}
