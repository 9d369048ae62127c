import type { EcgRecord, RecordHeader } from "../wfdb/mod.ts";
import { physicalSignal } from "../wfdb/mod.ts";
import { leadFrequency } from "./choose_lead.ts";
import { leadUnit } from "./lead_unit.ts";
import type { Gap, Recording } from "./recording.ts";

/**
 * A WFDB record as a recording: physical units, segments that were not recorded as gaps, annotations with their symbols.
 *
 * @param options `unit` of the voltages, taken instead of what the header says of them.
 */
export function fromWfdb(record: EcgRecord, options: { unit?: string } = {}): Recording {
  const { name, header } = record;
  const { samplingFrequency } = header;
  const warnings: string[] = [];
  const leads = header.signals.map(({ description, units, samplesPerFrame }, index) => {
    const called = description || `signal ${index}`;
    const { unit, factor } = leadUnit(called, units, { ...options, warnings });
    const samples = samplesOf(record, index, factor);
    return { name: called, unit, frequency: samplingFrequency * samplesPerFrame, samples };
  });
  const annotations = record.annotations.map(({ sample, symbol, auxiliary }) => ({
    time: sample / samplingFrequency,
    duration: 0,
    text: auxiliary.replace(/\0+$/, "") || symbol,
    symbol,
  }));
  const frequency = leadFrequency(leads) || samplingFrequency;
  const start = startOf(header, warnings);
  return {
    name,
    format: "WFDB",
    frequency,
    leads,
    gaps: gapsOf(header),
    start,
    annotations,
    warnings,
  };
}

/** In pieces: in 64 bits the lead of a day takes 250 MB. */
function samplesOf(record: EcgRecord, index: number, factor: number): Float32Array {
  const { length } = record.signals[index] ?? [];
  const samples = new Float32Array(length);
  const size = 2 ** 18;
  for (let first = 0; first < length; first += size) {
    const signals = record.signals.map((signal) => signal.subarray(first, first + size));
    const piece = physicalSignal({ ...record, signals }, index);
    for (let i = 0; i < piece.length; i++) samples[first + i] = piece[i]! * factor;
  }
  return samples;
}

/** The segments called `~`. */
function gapsOf({ segments = [], samplingFrequency }: RecordHeader): Gap[] {
  const gaps: Gap[] = [];
  let frame = 0;
  for (const { name, sampleCount } of segments) {
    if (name === "~" && sampleCount > 0) {
      gaps.push({ start: frame / samplingFrequency, duration: sampleCount / samplingFrequency });
    }
    frame += sampleCount;
  }
  return gaps;
}

/**
 * `HH:MM:SS DD/MM/YYYY` as ISO 8601, where WFDB takes `MM:SS` and `SS` for a time after midnight; a time without a date,
 * and what is no date and time, as written.
 */
function startOf({ baseTime, baseDate, startText }: RecordHeader, warnings: string[]) {
  const asWritten = (text: string) => {
    warnings.push(`The start of the recording is not written as HH:MM:SS DD/MM/YYYY: "${text}".`);
    return text;
  };
  if (startText !== undefined) return asWritten(startText);
  if (baseTime === undefined || baseDate === undefined) return baseTime;
  const [day, month, year] = baseDate.split("/");
  const [second = "0", minute = "0", hour = "0"] = baseTime.split(":").reverse();
  const two = (part: string) => part.padStart(2, "0");
  const [whole = "0", fraction = ""] = second.split(".");
  const start = `${year!.padStart(4, "0")}-${two(month!)}-${two(day!)}T${two(hour)}:${
    two(minute)
  }:${two(whole)}`;
  const moment = new Date(`${start}Z`);
  // A date that the calendar lacks, such as 31/02, is another one or none.
  const isThere = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(start);
  return isThere ? `${start}${fraction && `.${fraction}`}` : asWritten(`${baseTime} ${baseDate}`);
}
