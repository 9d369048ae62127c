import type { EcgRecord } from "lib/wfdb/mod.ts";
import { missingSample } from "../segment_beats.ts";
import { fillGaps, type SampleRange } from "./fill_gaps.ts";

/** A signal of a record with straight lines in place of missing samples, and where they were. */
export function fillMissing(
  record: EcgRecord,
  signal: Int32Array,
): { filled: Int32Array; missing: SampleRange[] } {
  const mark = missingSample(record, signal);
  if (mark === undefined || !signal.includes(mark)) return { filled: signal, missing: [] };
  const { filled, missing } = fillGaps(
    Float32Array.from(signal, (value) => value === mark ? NaN : value),
  );
  return { filled: Int32Array.from(filled, Math.round), missing };
}
