import { decodeSignals } from "./decode_signals.ts";
import type { RecordHeader } from "../header/parse_header.ts";
import type { SignalHeader } from "../header/parse_signal_line.ts";
import { readRecordFile, type RecordFiles } from "../record_files.ts";
import { signalFormats } from "./signal_formats.ts";
import { WfdbError } from "../wfdb_error.ts";

/** Options of {@linkcode readSignals}. */
export interface ReadSignalsOptions {
  /** Whether checksums and initial values must be those of the header; true by default. */
  verify?: boolean;
  /** Most samples that a record may claim beyond those its files hold; 2 ** 28 by default, which takes 1 GiB. */
  maximumSamples?: number;
}

/** The signals of a record. */
export interface RecordSignals {
  headers: SignalHeader[];
  /** Raw integers, an array of `sampleCount * samplesPerFrame` for each header. */
  signals: Int32Array[];
  /** Frames of the record. */
  sampleCount: number;
}

/**
 * Reads all signal files of a single-segment record.
 *
 * Where the header does not say how long the record is, it is as long as the shortest of its files.
 *
 * @throws {WfdbError} where a file is missing, damaged or not what the header says.
 */
export async function readSignals(
  files: RecordFiles,
  header: RecordHeader,
  options: ReadSignalsOptions = {},
): Promise<RecordSignals> {
  const { name } = files;
  const headers = header.signals;
  const unstored = headers.filter(({ format }) => format === 0);
  checkTotal(unstored, header.sampleCount, { ...options, name });

  const decoded = await Promise.all(
    groupByFile(headers, name).map(async (group) => {
      const { fileName, format } = group.members[0]!;
      const bytes = format === 0 ? new Uint8Array() : await readRecordFile(files, fileName);
      const { sampleCount } = header;
      const { firstSignal } = group;
      return decodeSignals(bytes, group.members, { ...options, name, sampleCount, firstSignal });
    }),
  );
  const signals = decoded.flat();
  const sampleCount = header.sampleCount || shortest(headers, signals);
  checkTotal(unstored, sampleCount, { ...options, name });
  return { headers, signals: signals.map((samples, i) => head(samples, i)), sampleCount };

  function head(samples: Int32Array, index: number): Int32Array {
    const { format, samplesPerFrame } = headers[index]!;
    const length = sampleCount * samplesPerFrame;
    if (samples.length >= length) return samples.subarray(0, length);
    // No file, and where the header does not say how long the record is, no samples so far.
    return new Int32Array(length).fill(signalFormats.get(format)!.missing);
  }
}

/**
 * Throws where signals of so many frames have more samples than `maximumSamples`.
 *
 * What a file holds is bounded by its size, what a header claims is not.
 */
export function checkTotal(
  headers: readonly SignalHeader[],
  frames: number,
  options: ReadSignalsOptions & { name: string },
): void {
  const { maximumSamples = 2 ** 28, name } = options;
  const total = headers.reduce((sum, { samplesPerFrame }) => sum + samplesPerFrame, 0) * frames;
  if (total <= maximumSamples) return;
  const wanted = `at most ${maximumSamples} (option maximumSamples)`;
  const details = { file: `${name}.hea`, part: "number of samples", wanted, found: total };
  throw new WfdbError(`read record "${name}"`, details);
}

/** The runs of signals that share a file; header(5) demands that they follow one another. */
function groupByFile(
  headers: readonly SignalHeader[],
  name: string,
): { members: SignalHeader[]; firstSignal: number }[] {
  const groups = new Map<string, { members: SignalHeader[]; firstSignal: number }>();
  for (const [index, header] of headers.entries()) {
    const group = groups.get(header.fileName);
    if (group === undefined) {
      groups.set(header.fileName, { members: [header], firstSignal: index });
    } else if (headers[index - 1]?.fileName === header.fileName) {
      group.members.push(header);
    } else {
      throw new WfdbError(`read record "${name}"`, {
        file: `${name}.hea`,
        part: `signal ${index} file name`,
        wanted: "next to the other signals of its file",
        found: `${header.fileName} again`,
      });
    }
  }
  return [...groups.values()];
}

/** Frames of the signal that has the fewest, of those that a file holds. */
function shortest(headers: readonly SignalHeader[], signals: readonly Int32Array[]): number {
  const frames = signals.map((samples, i) => samples.length / headers[i]!.samplesPerFrame)
    .filter((_, i) => headers[i]!.format !== 0);
  return frames.reduce((least, count) => Math.min(least, count), frames[0] ?? 0);
}
