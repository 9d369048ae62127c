import { annotationCodes } from "./annotation_symbols.ts";
import { WfdbError } from "./wfdb_error.ts";

/** One annotation: a label at a sample. */
export interface Annotation {
  /** Frame of the record, from 0. */
  sample: number;
  /** The label as charts show it, e.g. `"N"` for a normal beat; see {@linkcode annotationCodes}. */
  symbol: string;
  /** A finer class, -128 to 127, whose meaning depends on the symbol. */
  subtype: number;
  /** The signal that the label belongs to, 0 to 255. */
  channel: number;
  /** A number of the annotator's own use, -128 to 127. */
  number: number;
  /** Free text, e.g. `"(AFIB"` at the start of atrial fibrillation. */
  auxiliary: string;
}

/** Options of {@linkcode parseAnnotations}. */
export interface ParseAnnotationsOptions {
  /** Name of the file, for errors. */
  file?: string;
}

const codeSkip = 59;
const codeNumber = 60;
const codeSubtype = 61;
const codeChannel = 62;
const codeAuxiliary = 63;

const symbols: readonly string[] = Array.from(
  { length: 64 },
  (_, code) => annotationCodes.find((entry) => entry.code === code)?.symbol ?? `[${code}]`,
);

/**
 * Parses the bytes of an annotation file in MIT format (`.atr` and the like).
 *
 * @throws {WfdbError} where the bytes end before the mark of the end.
 */
export function parseAnnotations(
  bytes: Uint8Array,
  options: ParseAnnotationsOptions = {},
): Annotation[] {
  const annotations: Annotation[] = [];
  const end = bytes.length - 1;
  let sample = 0;
  let channel = 0;
  let number = 0;
  let current: Annotation | undefined;
  let at = 0;
  while (at < end) {
    const low = bytes[at]!;
    const high = bytes[at + 1]!;
    if (low === 0 && high === 0) return annotations;
    at += 2;
    const code = high >> 2;
    if (code < codeSkip) {
      sample += low | (high & 3) << 8;
      if (code === 0) continue;
      current = { sample, symbol: symbols[code]!, subtype: 0, channel, number, auxiliary: "" };
      annotations.push(current);
    } else if (code === codeSkip) {
      if (at + 4 > bytes.length) break;
      sample += bytes[at + 1]! << 24 | bytes[at]! << 16 | bytes[at + 3]! << 8 | bytes[at + 2]!;
      at += 4;
    } else if (current === undefined) {
      throw annotationError(options, `byte ${at - 2}`, "an annotation", `a modifier (${code})`);
    } else if (code === codeSubtype) {
      current.subtype = low << 24 >> 24;
    } else if (code === codeChannel) {
      current.channel = channel = low;
    } else if (code === codeNumber) {
      current.number = number = low << 24 >> 24;
    } else if (code === codeAuxiliary) {
      if (at + low > bytes.length) break;
      current.auxiliary = latin1(bytes, at, low);
      at += low + (low & 1);
    }
  }
  throw annotationError(options, "end of the annotations", "marked by two zero bytes", "cut off");
}

/** The text of `length` bytes, one character a byte, without closing zero bytes. */
function latin1(bytes: Uint8Array, start: number, length: number): string {
  let end = start + length;
  while (end > start && bytes[end - 1] === 0) end--;
  return String.fromCharCode(...bytes.subarray(start, end));
}

function annotationError(
  options: ParseAnnotationsOptions,
  part: string,
  wanted: string,
  found: string,
): WfdbError {
  const file = options.file ?? "";
  return new WfdbError(`read annotations "${file}"`, { file, part, wanted, found });
}
