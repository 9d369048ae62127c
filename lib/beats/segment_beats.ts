import { type Annotation, type EcgRecord, signalFormats } from "lib/wfdb/mod.ts";
import { labelOfSymbol } from "./classes/aami_classes.ts";

/** The number of values in a row. */
export const rowLength = 187;

/** The sampling frequency of the records that rows are cut from, in Hz. */
export const recordFrequency = 360;

/** A row holds every third sample of the record. */
export const rowStep = 3;

/**
 * The sampling frequency of a row in Hz: 120, not the 125 that the paper behind the rows states.
 */
export const rowFrequency = recordFrequency / rowStep;

/** One annotated beat of a record and the row that a classifier gets for it. */
export interface Beat {
  /** The record's name. */
  record: string;
  /** The index of the beat's annotation among all annotations of the record. */
  annotation: number;
  /** The sample number of the beat: `row[k]` is sample `sample + 3 * k` of the record. */
  sample: number;
  /** The annotation symbol. */
  symbol: string;
  /** The AAMI label, 0 to 4. */
  label: number;
  /** 187 values in [0, 1]. */
  row: Float32Array;
  /** More inputs by name: of `segmentWithContext()`, "context" of 13 values and "difference" of 49. */
  inputs?: Record<string, Float32Array>;
}

/**
 * Cuts the heartbeat rows of Kachuee, Fazeli and Sarrafzadeh (2018) from a record: the published
 * test file's to the byte, and all training rows but for one value in two of them (below).
 *
 * Every annotation with a beat symbol gives one row but the last annotation of the record. The row
 * is every third sample of signal 0, in raw ADC units and not filtered, from the annotation to a
 * fifth of the interval beyond the next annotation; "next" counts all annotations, and the record's
 * end stands in after the last. The samples are scaled to [0, 1] by their least and greatest, then
 * cut to 187 values or padded with zeros. Samples that are all equal give a row of zeros. A beat with a
 * missing sample among them gives none; MIT-BIH has no missing samples.
 *
 * It is not known whether the published rows took sample 650000 or 649999 for the record's end:
 * that decides one value in each of two training rows, of records 208 and 212.
 *
 * Record 102 is cut with one beat where its older annotation file had it (see `correctedSample`).
 *
 * @throws {Error} when the record has no signal or not the lead, is not sampled at 360 Hz, or has annotations out
 *   of order or outside of the signal.
 */
export function segmentBeats(record: EcgRecord): Beat[] {
  return segment(record, signalOf(record, undefined));
}

/**
 * Cuts the rows of {@linkcode segmentBeats} from a lead by its name, such as "MLII", whichever signal it is.
 *
 * @throws {Error} as that function, and when the record does not have the lead.
 */
export function segmentLead(record: EcgRecord, lead: string): Beat[] {
  return segment(record, signalOf(record, lead));
}

function segment(record: EcgRecord, signal: Int32Array): Beat[] {
  const { name, annotations } = record;
  const missing = missingSample(record, signal);
  const positions = annotationPositions(record);
  const rows = new Float32Array(annotations.length * rowLength);
  const beats: Beat[] = [];
  for (let index = 0; index < annotations.length - 1; index++) {
    const symbol = annotations[index]!.symbol;
    const label = labelOfSymbol(symbol);
    if (label === undefined) continue;
    const sample = positions[index]!;
    const next = positions[index + 1]!;
    const end = next + Math.floor(0.2 * (positions[index + 2]! - next));
    const row = rows.subarray(beats.length * rowLength, (beats.length + 1) * rowLength);
    const range = valueRange(signal, sample, end, missing);
    if (!range) continue;
    scaleSegment(signal, { start: sample, end, ...range }, row);
    beats.push({ record: name, annotation: index, sample, symbol, label, row });
  }
  return beats;
}

/** The signal of a lead; signal 0, whichever lead it is, where none is named. */
export function signalOf(
  { name, header, signals }: EcgRecord,
  lead: string | undefined,
): Int32Array {
  const problem = `Cannot cut beats from record "${name}"`;
  if (header.samplingFrequency !== recordFrequency) {
    throw new Error(
      `${problem}: its sampling frequency must be ${recordFrequency} Hz but is ${header.samplingFrequency} Hz`,
    );
  }
  const leads = header.signals.map(({ description }) => description);
  const index = lead === undefined ? 0 : leads.indexOf(lead);
  const signal = signals[index];
  if (signal === undefined && lead === undefined) {
    throw new Error(`${problem}: it must have a signal but has none`);
  }
  if (signal === undefined) {
    throw new Error(`${problem}: it must have lead ${lead} but has ${leads.join(", ") || "none"}`);
  }
  if (signal.length !== header.sampleCount) {
    throw new Error(
      `${problem}: signal ${index} must have ${header.sampleCount} samples but has ${signal.length}`,
    );
  }
  return signal;
}

/** The value that stands for a sample that was not recorded in one of a record's signals. */
export function missingSample(
  { header, signals }: EcgRecord,
  signal: Int32Array,
): number | undefined {
  return signalFormats.get(header.signals[signals.indexOf(signal)]!.format)?.missing;
}

/** The sample numbers of all annotations, then the record's end, all in order. */
function annotationPositions({ name, header, annotations }: EcgRecord): number[] {
  const positions = annotations.map((annotation) => correctedSample(name, annotation));
  positions.push(header.sampleCount);
  positions.forEach((position, index) => {
    const previous = positions[index - 1] ?? 0;
    if (position >= previous) return;
    const what = index < annotations.length ? `annotation ${index}` : "the end of the record";
    throw new Error(
      `Cannot cut beats from record "${name}": ${what} must be at sample ${previous} or later ` +
        `but is at ${position}`,
    );
  });
  return positions;
}

/**
 * The sample number of an annotation in the annotation files that the published rows were cut from.
 *
 * They were cut from an older annotation file of record 102, which PhysioNet keeps as `102-0.atr`:
 * the beat that stands at sample 590262 today stood at 590296. One test row and two training rows
 * depend on it.
 */
function correctedSample(record: string, annotation: Annotation): number {
  return record === "102" && annotation.sample === 590262 ? 590296 : annotation.sample;
}

/** The least and the greatest of every third sample from `start` up to `end`; `undefined` where one is missing. */
function valueRange(signal: Int32Array, start: number, end: number, missing: number | undefined) {
  let least = Infinity;
  let greatest = -Infinity;
  for (let sample = start; sample < end; sample += rowStep) {
    const value = signal[sample]!;
    if (value === missing) return undefined;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

/** Writes every third sample from `start` up to `end` into `row`, scaled by the range of all of them. */
function scaleSegment(
  signal: Int32Array,
  { start, end, least, greatest }: { start: number; end: number; least: number; greatest: number },
  row: Float32Array,
): void {
  const range = greatest - least;
  if (!(range > 0)) return;
  const stop = Math.min(end, start + rowLength * rowStep);
  for (let sample = start, column = 0; sample < stop; sample += rowStep, column++) {
    row[column] = (signal[sample]! - least) / range;
  }
}
