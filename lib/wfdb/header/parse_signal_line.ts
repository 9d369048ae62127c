import { headerFields } from "./header_fields.ts";
import { signalFormats } from "../signals/signal_formats.ts";

/** What a header says about one signal; fields that it leaves out have the values that header(5) gives them. */
export interface SignalHeader {
  /** The file that holds the samples, in the folder of the header; `~` where there is none. */
  fileName: string;
  /** One of WFDB's formats, see {@linkcode signalFormats}. */
  format: number;
  /** Samples of this signal in each frame of the record: 1, or more for a signal sampled faster. */
  samplesPerFrame: number;
  /** Frames at the start of the file that precede the first frame of the record. */
  skew: number;
  /** Bytes in the file before the first sample; in a FLAC format, samples of each signal instead. */
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
  /** The first raw integer; in format 8 the one that the differences start from. */
  initialValue: number;
  /** Sum of all raw integers, of which 16 bits count; undefined where the header has none. */
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
  const [file = "", storage = "", scale = "0", resolution, zero, initial, checksum, block] = line
    .split(/\s+/);
  const description = /^(?:\S+\s+){8}(.*)$/.exec(line)?.[1] ?? "";

  const [fileName] = fields.match(file, "file name", /^(?!\.\.?$)[^/\\]+$/, "a plain file name");
  const stored = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/;
  const [, formatNumber, perFrame, skew, byteOffset] = fields.match(
    storage,
    "format",
    stored,
    "format x samples : skew + offset",
  );
  const format = Number(formatNumber);
  const known = signalFormats.get(format) ??
    fields.fail("format", `one of ${[...signalFormats.keys()].join(", ")}`, formatNumber);
  const scaled = /^([^(/]+)(?:\(([^)]*)\))?(?:\/(\S+))?$/;
  const [, gain, baseline, units] = fields.match(scale, "gain", scaled, "gain(baseline)/units");

  const adcZero = fields.integer(zero, "ADC zero", 0);
  const usualResolution = format === 8 ? 10 : Math.min(known.bits || 12, 12);
  return {
    fileName: fileName!,
    format,
    samplesPerFrame: fields.count(perFrame, "samples per frame", 1) || 1,
    skew: fields.count(skew, "skew", 0),
    byteOffset: fields.count(byteOffset, "byte offset", 0),
    gain: fields.decimal(gain, "gain", 0) || 200,
    baseline: fields.integer(baseline, "baseline", adcZero),
    units: units ?? "mV",
    adcResolution: fields.count(resolution, "ADC resolution", 0) || usualResolution,
    adcZero,
    initialValue: fields.integer(initial, "initial value", adcZero),
    checksum: checksum === undefined ? undefined : fields.integer(checksum, "checksum", 0),
    blockSize: fields.integer(block, "block size", 0),
    description,
  };
}
