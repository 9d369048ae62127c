import { headerFields } from "./header_fields.ts";
import { signalFormats } from "./signal_formats.ts";

/** What a header says about one signal; header(5) gives the defaults of fields that are missing. */
export interface SignalHeader {
  /** The file that holds the samples, in the folder of the header; `~` where there is none. */
  fileName: string;
  /** One of WFDB's formats, see {@linkcode signalFormats}. */
  format: number;
  /** Samples of this signal in each frame of the record: 1, or more for a signal sampled faster. */
  samplesPerFrame: number;
  /** Frames at the start of the file that precede the first frame of the record. */
  skew: number;
  /** Bytes in the file before the first sample. */
  byteOffset: number;
  /** ADC units per physical unit. */
  gain: number;
  /** The raw integer at 0 physical units. */
  baseline: number;
  /** The physical unit, e.g. `"mV"`. */
  units: string;
  /** Bits of the analog-to-digital converter. */
  adcResolution: number;
  /** The raw integer in the middle of the converter's range. */
  adcZero: number;
  /** The first raw integer. */
  initialValue: number;
  /** Sum of all raw integers as a signed 16-bit number, where the header has it. */
  checksum: number | undefined;
  /** Bytes of a block for files that must be read in blocks, usually 0. */
  blockSize: number;
  /** Description of the signal, usually the name of the lead. */
  description: string;
}

/**
 * Parses the line of signal number `index` in the header of the record called `name`, e.g.
 * `100.dat 212 200 11 1024 995 -22131 0 MLII`.
 *
 * @throws {WfdbError} where a field has not the form that header(5) gives it.
 */
export function parseSignalLine(line: string, index: number, name: string): SignalHeader {
  const fields = headerFields(name, `signal ${index}`);
  const split =
    /^(\S+)\s+(\S+)(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(\S+))?(?:\s+(.*))?$/
      .exec(line) ?? fields.fail("line", "a file name and a format", line);
  const [
    ,
    fileName = "",
    storage = "",
    gainField,
    resolution,
    zero,
    initial,
    checksum,
    block,
    description,
  ] = split;

  if (!/^(~|[\w.-]*\w[\w.-]*|-)$/.test(fileName)) {
    fields.fail("file name", "a plain file name", fileName);
  }
  const storageMatch = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/.exec(storage) ??
    fields.fail("format", "format x samples : skew + offset", storage);
  const format = Number(storageMatch[1]);
  const known = signalFormats.get(format) ??
    fields.fail("format", `one of ${[...signalFormats.keys()].join(", ")}`, storageMatch[1]);
  const gainMatch = /^([^(/]+)(?:\(([^)]*)\))?(?:\/(\S+))?$/.exec(gainField ?? "0") ??
    fields.fail("gain", "gain(baseline)/units", gainField);

  const samplesPerFrame = fields.count(storageMatch[2], "samples per frame", 1);
  const adcZero = fields.integer(zero, "ADC zero", 0);
  const usualResolution = format === 8 ? 10 : Math.min(12, known.bits || 12);
  return {
    fileName,
    format,
    samplesPerFrame: samplesPerFrame || 1,
    skew: fields.count(storageMatch[3], "skew", 0),
    byteOffset: fields.count(storageMatch[4], "byte offset", 0),
    gain: fields.decimal(gainMatch[1], "gain", 0) || 200,
    baseline: fields.integer(gainMatch[2], "baseline", adcZero),
    units: gainMatch[3] ?? "mV",
    adcResolution: fields.count(resolution, "ADC resolution", 0) || usualResolution,
    adcZero,
    initialValue: fields.integer(initial, "initial value", adcZero),
    checksum: checksum === undefined ? undefined : fields.integer(checksum, "checksum", 0),
    blockSize: fields.integer(block, "block size", 0),
    description: description ?? "",
  };
}
