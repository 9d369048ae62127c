import type { EcgRecord } from "./read_record.ts";
import { signalFormats } from "./signal_formats.ts";

/**
 * The samples of signal number `index` of a record in the header's units: `(raw - baseline) / gain`, and NaN where a
 * sample is missing.
 *
 * @throws {RangeError} where the record has no such signal.
 */
export function physicalSignal(
  record: Pick<EcgRecord, "name" | "header" | "signals">,
  index: number,
): Float64Array {
  const raw = record.signals[index];
  const header = record.header.signals[index];
  if (raw === undefined || header === undefined) {
    throw new RangeError(
      `Cannot take signal ${index} of record "${record.name}": it has ${record.signals.length} signals, from 0`,
    );
  }
  const { gain, baseline, format } = header;
  const missing = signalFormats.get(format)?.missing;
  return Float64Array.from(raw, (value) => value === missing ? NaN : (value - baseline) / gain);
}
