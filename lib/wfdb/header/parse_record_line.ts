import { headerFields } from "./header_fields.ts";

/** What the first line of a header says of the record as a whole. */
export interface RecordLine {
  /** Name of the record, e.g. `"100"`. */
  name: string;
  /** Frames per second; a signal with several samples per frame has that many times more samples. */
  samplingFrequency: number;
  /** Ticks per second of the counter of a tape or paper recorder. */
  counterFrequency: number;
  /** That counter at the first frame. */
  baseCounter: number;
  /** Frames of the record, or 0 where the header does not say. */
  sampleCount: number;
  /** Time of day at the first frame as written, `HH:MM:SS`. */
  baseTime?: string;
  /** Date at the first frame as written, `DD/MM/YYYY`. */
  baseDate?: string;
  /** What the line has in place of time and date where it is none, e.g. `"05-May-2020 09:49:17"`. */
  startText?: string;
}

/** The lines that the record line announces: one for each segment of a multi-segment record, else for each signal. */
export interface AnnouncedLines {
  signalCount: number;
  segmentCount: number | undefined;
}

/**
 * Parses the record line of the header of the record called `name`, e.g. `100 2 360 650000`.
 *
 * @throws {WfdbError} where a field has not the form that header(5) gives it.
 */
export function parseRecordLine(line: string, name: string): RecordLine & AnnouncedLines {
  const fields = headerFields(name, "record line");
  const [names = "", signals, frequencies = "250", samples, ...start] = line.split(/\s+/);

  const plain = /^([^/\\]+)(?:\/([^/]*))?$/;
  const [, ownName, segments] = fields.match(names, "name", plain, "a plain name");
  const segmentCount = segments === undefined ? undefined : fields.count(segments, "segments", 0);
  if (segmentCount === 0) fields.fail("segments", "1 or more", segments);
  if (signals === undefined) fields.fail("signals", "an integer of 0 or more", signals);

  const rates = /^([^/(]+)(?:\/([^(]+)(?:\((.+)\))?)?$/;
  const [, sampling, counter, base] = fields.match(
    frequencies,
    "frequencies",
    rates,
    "sampling/counter(base)",
  );
  const samplingFrequency = fields.decimal(sampling, "sampling frequency", 250);
  if (samplingFrequency <= 0) fields.fail("sampling frequency", "above 0", sampling);
  const counterFrequency = fields.decimal(counter, "counter frequency", 0);

  return {
    name: ownName!,
    segmentCount,
    signalCount: fields.count(signals, "signals", 0),
    samplingFrequency,
    counterFrequency: counterFrequency > 0 ? counterFrequency : samplingFrequency,
    baseCounter: fields.decimal(base, "base counter", 0),
    sampleCount: fields.count(samples, "samples", 0),
    ...parseStart(start),
  };
}

/** Time and date of the first frame. What is neither is no reason to refuse the signals: its text is kept. */
function parseStart(fields: string[]): Pick<RecordLine, "baseTime" | "baseDate" | "startText"> {
  const [baseTime, baseDate] = fields;
  if (baseTime === undefined) return {};
  const time = /^\d{1,2}(:\d+){0,2}(\.\d*)?$/.test(baseTime);
  const date = baseDate === undefined || /^\d{1,2}\/\d{1,2}\/\d{1,4}$/.test(baseDate);
  if (!time || !date) return { startText: fields.join(" ") };
  return { baseTime, ...(baseDate !== undefined && { baseDate }) };
}
