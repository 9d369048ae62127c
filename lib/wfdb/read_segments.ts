import { joinedHeader, placeSamples } from "./signals/join_signals.ts";
import type { RecordHeader, Segment } from "./header/parse_header.ts";
import type { SignalHeader } from "./header/parse_signal_line.ts";
import {
  checkTotal,
  readSignals,
  type ReadSignalsOptions,
  type RecordSignals,
} from "./signals/read_signals.ts";
import { readHeader, type RecordFiles } from "./record_files.ts";
import { signalFormats } from "./signals/signal_formats.ts";
import { WfdbError } from "./wfdb_error.ts";

/** A segment with its header; that is undefined where nothing was recorded. */
interface Part extends Segment {
  header: RecordHeader | undefined;
}

/**
 * Reads the segments of a multi-segment record and joins their signals.
 *
 * In a fixed layout all segments have the same signals. In a variable layout, which a first segment of no samples
 * announces, a signal is known by its description and may be absent from a segment. Where the scale of a signal
 * changes from segment to segment, it is brought to that of the first segment or layout.
 *
 * @throws {WfdbError} where a segment is missing, damaged or does not fit the record.
 */
export async function readSegments(
  files: RecordFiles,
  header: RecordHeader & { segments: Segment[] },
  options: ReadSignalsOptions = {},
): Promise<RecordSignals> {
  const parts = await readParts(files, header);
  const layout = parts.find((part) => part.header !== undefined)?.header?.signals ?? [];
  const sampleCount = parts.reduce((sum, part) => sum + part.sampleCount, 0);
  check("sum of the segments' samples", header.sampleCount || sampleCount, sampleCount, files);
  checkTotal(layout, sampleCount, { ...options, name: files.name });

  const variable = parts[0]?.sampleCount === 0;
  const recorded = parts.filter((part) => part.sampleCount > 0);
  const numbers = recorded.map((part) => matchSignals(layout, { part, variable, files }));
  const headers = layout.map((signal, i) =>
    joinedHeader(
      signal,
      recorded.flatMap(({ header }, p) => header?.signals[numbers[p]![i]!] ?? []),
    )
  );
  const signals = headers.map(({ samplesPerFrame, format }) =>
    new Int32Array(sampleCount * samplesPerFrame).fill(signalFormats.get(format)!.missing)
  );
  let frame = 0;
  for (const [p, { name, sampleCount, header }] of recorded.entries()) {
    if (header !== undefined) {
      const segment = await readSignals({ ...files, name }, header, options);
      placeSegment({ headers, signals }, segment, { frame, numbers: numbers[p]! });
    }
    frame += sampleCount;
  }
  for (const [i, samples] of signals.entries()) headers[i]!.initialValue = samples[0] ?? 0;
  return { headers, signals, sampleCount };
}

/** Writes the signals of one segment, whose numbers there are given, into the joined ones from a frame on. */
function placeSegment(
  joined: Pick<RecordSignals, "headers" | "signals">,
  segment: RecordSignals,
  { frame, numbers }: { frame: number; numbers: readonly number[] },
): void {
  for (const [i, number] of numbers.entries()) {
    if (number < 0) continue;
    const [from, to] = [segment.headers[number]!, joined.headers[i]!];
    const at = frame * to.samplesPerFrame;
    placeSamples(joined.signals[i]!, segment.signals[number]!, { at, from, to });
  }
}

/** Reads the headers of all segments, each once, and checks that they fit the record. */
async function readParts(
  files: RecordFiles,
  record: RecordHeader & { segments: Segment[] },
): Promise<Part[]> {
  const headers = new Map<string, RecordHeader | undefined>([["~", undefined]]);
  const parts: Part[] = [];
  for (const { name, sampleCount } of record.segments) {
    if (!headers.has(name)) headers.set(name, await readHeader({ ...files, name }));
    const header = headers.get(name);
    parts.push({ name, sampleCount, header });
    if (header === undefined) continue;
    const { samplingFrequency } = header;
    check(`segments of segment ${name}`, "none", header.segments?.length ?? "none", files);
    check(`number of samples of segment ${name}`, sampleCount, header.sampleCount, files);
    check(`frequency of segment ${name}`, record.samplingFrequency, samplingFrequency, files);
  }
  return parts;
}

/** The number of each signal of the layout in one segment, or -1 where the segment is without it. */
function matchSignals(
  layout: readonly SignalHeader[],
  options: { part: Part; variable: boolean; files: RecordFiles },
): number[] {
  const { part: { name, header }, variable, files } = options;
  if (header === undefined) return layout.map(() => -1);
  const { signals } = header;
  if (!variable) {
    check(`number of signals of segment ${name}`, layout.length, signals.length, files);
  }
  return layout.map(({ description, samplesPerFrame }, i) => {
    const number = variable ? signals.findIndex((signal) => signal.description === description) : i;
    const found = signals[number]?.samplesPerFrame ?? samplesPerFrame;
    check(`samples per frame of signal ${i} in segment ${name}`, samplesPerFrame, found, files);
    return number;
  });
}

function check(part: string, wanted: string | number, found: string | number, files: RecordFiles) {
  if (wanted === found) return;
  const details = { file: `${files.name}.hea`, part, wanted, found };
  throw new WfdbError(`read record "${files.name}"`, details);
}
