import { headerFields } from "./header_fields.ts";

/** What the record line of a header says. */
export interface RecordLine {
  /** Name of the record, e.g. `"100"`. */
  name: string;
  /** Frames per second; a signal with more samples per frame has that many times more samples. */
  samplingFrequency: number;
  /** Counter ticks per second, and the counter at the first frame: for tapes and paper. */
  counterFrequency: number;
  baseCounter: number;
  /** Frames of the record, or 0 where the header does not say. */
  sampleCount: number;
  /** Time of day at the first frame, as written: `HH:MM:SS`. */
  baseTime?: string;
  /** Date at the first frame, as written: `DD/MM/YYYY`. */
  baseDate?: string;
}

/**
 * Parses the first line of the header of the record called `name`, e.g. `100 2 360 650000`.
 *
 * @throws {WfdbError} where a field has not the form that header(5) gives it.
 */
export function parseRecordLine(
  line: string,
  name: string,
): RecordLine & { signalCount: number; segmentCount: number | undefined } {
  const fields = headerFields(name, "record line");
  const [nameField = "", signalField, frequencyField, countField, baseTime, baseDate] = line
    .split(/\s+/);
  const nameMatch = /^([\w.-]+)(?:\/(\d+))?$/.exec(nameField) ??
    fields.fail("name", "letters, digits, - and _", nameField);
  const frequencies = /^([^/(]+)(?:\/([^(]+)(?:\((.+)\))?)?$/.exec(frequencyField ?? "250") ??
    fields.fail("sampling frequency", "frequency/counter(base)", frequencyField);
  if (signalField === undefined) fields.fail("number of signals", "a count", undefined);

  const segmentCount = nameMatch[2] === undefined
    ? undefined
    : fields.count(nameMatch[2], "number of segments", 0);
  if (segmentCount === 0) fields.fail("number of segments", "1 or more", "0");
  const samplingFrequency = fields.decimal(frequencies[1], "sampling frequency", 250);
  if (samplingFrequency <= 0) fields.fail("sampling frequency", "above 0", frequencies[1]);
  const counterFrequency = fields.decimal(frequencies[2], "counter frequency", 0);
  if (baseTime !== undefined && !/^\d+(:\d+){0,2}(\.\d*)?$/.test(baseTime)) {
    fields.fail("base time", "HH:MM:SS", baseTime);
  }
  if (baseDate !== undefined && !/^\d{1,2}\/\d{1,2}\/\d{1,4}$/.test(baseDate)) {
    fields.fail("base date", "DD/MM/YYYY", baseDate);
  }
  return {
    name: nameMatch[1]!,
    segmentCount,
    signalCount: fields.count(signalField, "number of signals", 0),
    samplingFrequency,
    counterFrequency: counterFrequency > 0 ? counterFrequency : samplingFrequency,
    baseCounter: fields.decimal(frequencies[3], "base counter", 0),
    sampleCount: fields.count(countField, "number of samples", 0),
    ...(baseTime !== undefined && { baseTime }),
    ...(baseDate !== undefined && { baseDate }),
  };
}
