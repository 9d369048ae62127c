import { countRecords, readAnnotations, recordBytes, samplesBefore } from "./data_records.ts";
import { type EdfHeader, parseEdfHeader } from "./parse_edf_header.ts";
import type { RecordAnnotations } from "./parse_record_annotations.ts";
import { placeRecords, type RecordPlaces } from "./place_records.ts";
import { readEdfLead } from "./read_edf_lead.ts";
import { laterStart } from "../later_start.ts";
import { leadFrequency } from "../choose_lead.ts";
import { readingError } from "../reading_error.ts";
import type { Lead, Recording } from "../recording.ts";

/** Options of {@linkcode parseEdf}. */
export interface ParseEdfOptions {
  /** Name of the recording, for errors; `"recording"` by default. */
  name?: string;
  /** Unit of the voltages, taken instead of what the file says of them or does not say. */
  unit?: string;
  /** Most samples that gaps may add to those of the file; 2 ** 26 by default, which takes 256 MiB. */
  maximumSamples?: number;
}

/**
 * Parses an EDF, EDF+C, EDF+D, BDF or BDF+ file: signals in physical units, gaps filled with NaN, annotations.
 *
 * A file that ends early gives its whole data records and a warning.
 *
 * @throws {Error} where the header is damaged or there is no whole data record of a signal.
 *
 * @example
 * ```ts
 * import { parseEdf } from "lib/recordings/mod.ts";
 *
 * const bytes = await Deno.readFile("tests/fixtures/recordings/plus.edf");
 * const { leads, annotations } = parseEdf(bytes, { name: "plus" });
 * console.log(leads[0]?.name, leads[0]?.frequency, annotations[0]?.text);
 * ```
 */
export function parseEdf(bytes: Uint8Array, options: ParseEdfOptions = {}): Recording {
  const { name = "recording" } = options;
  const header = parseEdfHeader(bytes, name);
  const warnings = [...header.warnings];
  const { duration, recordCount } = countRecords(bytes, header, { name, warnings });
  const records = readAnnotations(bytes, header, recordCount);
  const places = placeAll(header, records, { duration, recordCount, warnings });
  checkLength(places, header, { ...options, name, recordCount, duration });

  const leads: Lead[] = [];
  for (const [index, signal] of header.signals.entries()) {
    if (signal.isAnnotations || signal.samplesPerRecord === 0) continue;
    const offset = header.headerBytes + header.sampleBytes * samplesBefore(header, index);
    const place = { offset, stride: recordBytes(header), sampleBytes: header.sampleBytes };
    const { runs } = places;
    leads.push(readEdfLead(bytes, signal, { ...options, ...place, runs, duration, warnings }));
  }
  const origin = records[0]?.onset ?? 0;
  const annotations = records.flatMap((record) => record.annotations)
    // To .1 us, as finely as such files write times: a difference of doubles is not exact.
    .map(({ time, ...rest }) => ({ time: Math.round((time - origin) * 1e7) / 1e7, ...rest }))
    .sort((a, b) => a.time - b.time);
  return {
    name,
    format: header.format,
    frequency: leadFrequency(leads),
    leads,
    gaps: places.gaps,
    start: laterStart(header.start, origin),
    annotations,
    warnings,
  };
}

/** Puts all data records on one time axis: at their own times where the file says that it has gaps. */
function placeAll(
  header: EdfHeader,
  records: readonly RecordAnnotations[],
  options: { duration: number; recordCount: number; warnings: string[] },
): RecordPlaces {
  const { duration, recordCount, warnings } = options;
  const leads = header.signals.filter(({ isAnnotations }) => !isAnnotations);
  const fastest = Math.max(...leads.map(({ samplesPerRecord }) => samplesPerRecord));
  const damaged = records.filter((record) => record.damaged).length;
  if (damaged > 0) warnings.push(`The annotations of ${damaged} data records are damaged.`);
  const together = { runs: [{ first: 0, count: recordCount, start: 0 }], gaps: [], overlapping: 0 };
  if (records.length === 0) return together;

  const onsets = records.map(({ onset }) => onset);
  const untimed = onsets.filter((onset) => onset === undefined).length;
  if (untimed > 0) warnings.push(`${untimed} data records do not say when they begin.`);
  const places = placeRecords(onsets, { duration, tolerance: 1.5 * duration / fastest });
  const { gaps, overlapping } = places;
  if (overlapping > 0) {
    warnings.push(`${overlapping} data records begin before the one before them ends.`);
  }
  if (header.format.endsWith("+D")) return places;
  if (gaps.length > 0) {
    warnings.push(`The file says that it has no gaps, but its times jump ${gaps.length} times.`);
  }
  return together;
}

/** Throws where gaps would fill the memory: what a file holds is bounded by its size, what its times claim is not. */
function checkLength(
  { runs, gaps }: RecordPlaces,
  { signals }: EdfHeader,
  options: ParseEdfOptions & { name: string; recordCount: number; duration: number },
): void {
  const { maximumSamples = 2 ** 26, name, recordCount, duration } = options;
  const last = runs.at(-1)!;
  const seconds = last.start + (last.count - recordCount) * duration;
  const rate = signals.reduce((sum, signal) => sum + signal.samplesPerRecord, 0) / duration;
  if (seconds * rate <= maximumSamples) return;
  const wanted = `gaps of at most ${maximumSamples} samples (option maximumSamples)`;
  const found = `${gaps.length} of ${Math.round(seconds)} seconds together`;
  throw readingError(name, { wanted, found });
}
