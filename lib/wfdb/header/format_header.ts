import type { RecordHeader } from "./parse_header.ts";
import type { SignalHeader } from "./parse_signal_line.ts";
import { quote, WfdbError } from "../wfdb_error.ts";

/**
 * The text of the header file of a single-segment record, which `parseHeader` reads back to the same header, but for
 * `µV`, which is written `uV`: readers that know ASCII alone, such as wfdb-python, would take it for V.
 *
 * @throws {WfdbError} where a text would break the lines or fields of the file.
 */
export function formatHeader(header: RecordHeader): string {
  const { name, signals, comments } = header;
  const require = (part: string, pattern: RegExp, text: string) => {
    if (pattern.test(text)) return text;
    const details = { file: `${name}.hea`, part, wanted: String(pattern), found: quote(text) };
    throw new WfdbError(`write record "${name}"`, details);
  };
  require("name", /^[\w-]+$/, name);
  for (const [i, { units, description }] of signals.entries()) {
    require(`units of signal ${i}`, /^\S+$/, units);
    require(`description of signal ${i}`, /^(\S(.*\S)?)?$/, description);
  }
  for (const comment of comments) require("comment", /^([^#\s](.*\S)?)?$/, comment);
  const lines = [
    recordLine(header),
    ...signals.map(signalLine),
    ...comments.map((comment) => `# ${comment}`),
  ];
  return `${lines.join("\n")}\n`;
}

function recordLine(header: RecordHeader): string {
  const { name, signals, samplingFrequency, counterFrequency, baseCounter, sampleCount } = header;
  const counted = counterFrequency !== samplingFrequency || baseCounter !== 0;
  const counter = counted ? `/${counterFrequency}(${baseCounter})` : "";
  // A date can only follow a time of day.
  const times = [header.baseTime, header.baseTime && header.baseDate];
  const start = times.filter((text) => text !== undefined);
  return [name, signals.length, `${samplingFrequency}${counter}`, sampleCount, ...start].join(" ");
}

function signalLine(signal: SignalHeader): string {
  const { fileName, format, samplesPerFrame, skew, byteOffset, gain, baseline, units } = signal;
  const perFrame = samplesPerFrame === 1 ? "" : `x${samplesPerFrame}`;
  const modifiers = `${perFrame}${skew ? `:${skew}` : ""}${byteOffset ? `+${byteOffset}` : ""}`;
  return [
    fileName,
    `${format}${modifiers}`,
    `${gain}(${baseline})/${units.replace(/^[\u00b5\u03bc]/, "u")}`,
    signal.adcResolution,
    signal.adcZero,
    signal.initialValue,
    signal.checksum ?? 0,
    signal.blockSize,
    signal.description,
  ].join(" ").trimEnd();
}
