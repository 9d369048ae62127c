import { quantileSpan } from "../quantile_span.ts";

/** A unit guessed for voltages. */
export interface GuessedUnit {
  unit: "V" | "mV" | "uV";
  /** How far the samples reach in the numbers of the file. */
  span: number;
}

/**
 * The unit in which samples of unknown unit would be an ECG, by the range that 99 % of them keep to: an ECG spans .3 to
 * 10 mV. Undefined where no unit makes them one.
 */
export function guessUnit(samples: Float32Array): GuessedUnit | undefined {
  const span = quantileSpan(samples, 0.005);
  if (!(span > 0) || span >= 50_000) return undefined;
  return { unit: span < 0.03 ? "V" : span < 30 ? "mV" : "uV", span };
}
