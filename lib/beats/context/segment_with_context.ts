import type { EcgRecord } from "lib/wfdb/mod.ts";
import { labelOfSymbol } from "../classes/aami_classes.ts";
import { fillMissing } from "../rows/fill_missing.ts";
import { type Beat, segmentLead, signalOf } from "../segment_beats.ts";
import { type ContextOptions, rhythmContext, rhythmNames } from "./rhythm_context.ts";
import { shapeLength, unusualBeats } from "./usual_beats.ts";

/** How many numbers say what is around a beat: those of its rhythm, and how unlike its neighbours it is. */
export const contextLength: number = rhythmNames.length + 1;

/**
 * The rows of a lead, as `segmentLead()` cuts them, with two more inputs: "context", the beat's rhythm and how
 * unlike the beats around it is, and "difference", its shape less theirs. See `rhythmContext()` and
 * `unusualBeats()`. Neither looks at a class.
 *
 * @throws {Error} as {@linkcode segmentLead}.
 */
export function segmentWithContext(
  record: EcgRecord,
  lead: string,
  options: ContextOptions = {},
): Beat[] {
  const samples: number[] = [];
  const place = new Map<number, number>();
  record.annotations.forEach(({ sample, symbol }, annotation) => {
    if (labelOfSymbol(symbol) === undefined) return;
    place.set(annotation, samples.length);
    samples.push(sample);
  });
  const beats = segmentLead(record, lead);
  const { filled } = fillMissing(record, signalOf(record, lead));
  const rhythm = rhythmContext(samples, options);
  const { differences, unlikeness } = unusualBeats(filled, samples, options);
  return beats.map((beat) => {
    const i = place.get(beat.annotation)!;
    const context = new Float32Array(contextLength);
    context.set(rhythm.subarray(i * rhythmNames.length, (i + 1) * rhythmNames.length));
    context[rhythmNames.length] = unlikeness[i]!;
    const difference = differences.subarray(i * shapeLength, (i + 1) * shapeLength);
    return { ...beat, inputs: { context, difference } };
  });
}
