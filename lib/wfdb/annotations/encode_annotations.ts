import type { Annotation } from "./annotation.ts";
import { annotationModifiers, symbolOfCode } from "./annotation_codes.ts";
import { quote, WfdbError } from "../wfdb_error.ts";

/** Options of {@linkcode encodeAnnotations}. */
export interface EncodeAnnotationsOptions {
  /** Name of the file, for errors. */
  file?: string;
}

const codeOfSymbol = new Map(
  symbolOfCode.map((symbol, code) => [symbol, code]).slice(1) as [string, number][],
);

/**
 * The bytes of an annotation file in MIT format, in which `parseAnnotations` finds these annotations again.
 *
 * @throws {WfdbError} where the format has no place for a field: an unknown symbol, a number of more than 8 bits, or an
 * auxiliary text of more than 255 characters or of characters beyond Latin-1.
 */
export function encodeAnnotations(
  annotations: readonly Annotation[],
  options: EncodeAnnotationsOptions = {},
): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const last = { sample: 0, number: 0, channel: 0 };
  const put = (low: number, code: number) => bytes.push(low & 0xff, code << 2 | low >> 8 & 3);
  const { skip, number, subtype, channel, auxiliary } = annotationModifiers;
  for (const [index, annotation] of annotations.entries()) {
    const code = checkAnnotation(annotation, index, options);
    let interval = annotation.sample - last.sample;
    while (interval < 0 || interval > 1023) {
      const part = Math.max(-(2 ** 31), Math.min(interval, 2 ** 31 - 1));
      put(0, skip);
      bytes.push(part >> 16 & 0xff, part >> 24 & 0xff, part & 0xff, part >> 8 & 0xff);
      interval -= part;
    }
    put(interval, code);
    if (annotation.number !== last.number) put(annotation.number & 0xff, number);
    if (annotation.subtype !== 0) put(annotation.subtype & 0xff, subtype);
    if (annotation.channel !== last.channel) put(annotation.channel, channel);
    const text = annotation.auxiliary;
    if (text !== "") {
      put(text.length, auxiliary);
      for (let i = 0; i < text.length + text.length % 2; i++) bytes.push(text.charCodeAt(i) || 0);
    }
    Object.assign(last, annotation);
  }
  put(0, 0);
  return Uint8Array.from(bytes);
}

/** The code of an annotation whose fields all have a place in the file. */
function checkAnnotation(
  annotation: Annotation,
  index: number,
  { file = "" }: EncodeAnnotationsOptions,
): number {
  const require = (valid: boolean, field: keyof Annotation, wanted: string) => {
    if (valid) return;
    const found = quote(String(annotation[field]));
    const part = `${field} of annotation ${index}`;
    throw new WfdbError(`write annotations "${file}"`, { file, part, wanted, found });
  };
  const { sample, symbol, subtype, channel, number, auxiliary } = annotation;
  const code = codeOfSymbol.get(symbol);
  require(Number.isSafeInteger(sample), "sample", "an integer");
  require(code !== undefined, "symbol", "one of WFDB's");
  require(subtype === subtype << 24 >> 24, "subtype", "-128 to 127");
  require(channel === (channel & 0xff), "channel", "0 to 255");
  require(number === number << 24 >> 24, "number", "-128 to 127");
  const latin = [...auxiliary].every((character) => character <= "\xff");
  require(latin && auxiliary.length < 256, "auxiliary", "at most 255 characters of Latin-1");
  return code!;
}
