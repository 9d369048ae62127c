import type { Annotation } from "./annotation.ts";
import { annotationModifiers, symbolOfCode } from "./annotation_codes.ts";
import { takeDefinitions } from "../header/take_definitions.ts";
import { WfdbError } from "../wfdb_error.ts";

/** Options of {@linkcode parseAnnotations}. */
export interface ParseAnnotationsOptions {
  /** Frames per second of the record, to which the samples are rescaled where the file states another number. */
  samplingFrequency?: number;
  /** Name of the file, for errors. */
  file?: string;
}

/**
 * Parses the bytes of an annotation file in MIT format (`.atr` and the like).
 *
 * Notes that define custom symbols or the time resolution are applied and left out. Zero bytes that close an auxiliary
 * text are left out too; each other byte is one character.
 *
 * Source: WFDB's annot(5).
 *
 * @throws {WfdbError} where the bytes end before the mark of the end, or begin with what must follow an annotation.
 *
 * @example
 * ```ts
 * import { parseAnnotations } from "lib/wfdb/mod.ts";
 *
 * const [annotation] = parseAnnotations(new Uint8Array([18, 4, 0, 0]));
 * console.log(annotation?.sample, annotation?.symbol); // 18 N
 * ```
 */
export function parseAnnotations(
  bytes: Uint8Array,
  options: ParseAnnotationsOptions = {},
): Annotation[] {
  const { skip, number: numberCode, subtype, channel: channelCode } = annotationModifiers;
  const annotations: Annotation[] = [];
  let current: Annotation | undefined;
  let sample = 0;
  let channel = 0;
  let number = 0;
  let at = 0;
  while (at + 1 < bytes.length) {
    const low = bytes[at]!;
    const high = bytes[at + 1]!;
    const code = high >> 2;
    if (low === 0 && high === 0) return takeDefinitions(annotations, options.samplingFrequency);
    at += 2;
    if (code < skip) {
      sample += low | (high & 3) << 8;
      if (code === 0) continue; // only moves on
      const symbol = symbolOfCode[code]!;
      current = { sample, symbol, subtype: 0, channel, number, auxiliary: "" };
      annotations.push(current);
    } else if (code === skip) {
      if (at + 4 > bytes.length) break;
      sample += bytes[at]! << 16 | bytes[at + 1]! << 24 | bytes[at + 2]! | bytes[at + 3]! << 8;
      at += 4;
    } else if (current === undefined) {
      fail("start", "an annotation", `a modifier (code ${code})`, options);
    } else if (code === subtype) {
      current.subtype = low << 24 >> 24;
    } else if (code === channelCode) {
      current.channel = channel = low;
    } else if (code === numberCode) {
      current.number = number = low << 24 >> 24;
    } else {
      if (at + low > bytes.length) break;
      current.auxiliary = text(bytes, at, at + low);
      at += low + low % 2;
    }
  }
  fail("end", "two zero bytes", "missing", options);
}

function text(bytes: Uint8Array, start: number, end: number): string {
  while (end > start && bytes[end - 1] === 0) end--;
  return String.fromCharCode(...bytes.subarray(start, end));
}

function fail(
  part: string,
  wanted: string,
  found: string,
  { file = "" }: ParseAnnotationsOptions,
): never {
  throw new WfdbError(`read annotations "${file}"`, { file, part, wanted, found });
}
