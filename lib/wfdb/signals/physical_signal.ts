import type { EcgRecord } from "../read_record.ts";
import { signalFormats } from "./signal_formats.ts";

/**
 * The samples of signal number `index` of a record in the header's units, `(raw - baseline) / gain`; NaN where a sample
 * is missing.
 *
 * @throws {RangeError} where the record has no such signal.
 *
 * @example
 * ```ts
 * import { physicalSignal, readRecord } from "lib/wfdb/mod.ts";
 *
 * const record = await readRecord("tests/fixtures/wfdb/tiny_212");
 * console.log(physicalSignal(record, 0)[0], record.header.signals[0]?.units);
 * ```
 */
export function physicalSignal(
  record: Pick<EcgRecord, "name" | "header" | "signals">,
  index: number,
): Float64Array {
  const samples = record.signals[index];
  const header = record.header.signals[index];
  if (samples === undefined || header === undefined) {
    const { length } = record.signals;
    throw new RangeError(
      `Cannot take a signal of record "${record.name}": its number must be below ${length} but is ${index}`,
    );
  }
  const { gain, baseline } = header;
  const missing = signalFormats.get(header.format)?.missing;
  const physical = new Float64Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i]!;
    physical[i] = value === missing ? NaN : (value - baseline) / gain;
  }
  return physical;
}
