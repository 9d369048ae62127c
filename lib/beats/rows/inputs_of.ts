import type { DatasetInput } from "../dataset.ts";
import { type Beat, rowLength } from "../segment_beats.ts";

/**
 * The inputs that models are given of beats: "beat", the rows, of shape [187, 1], and by their names what
 * `segmentWithContext()` gave the beats beside them.
 *
 * @throws {Error} When a beat lacks an input that the first one has.
 */
export function inputsOf(beats: readonly Beat[]): Record<string, DatasetInput> {
  const values = new Float32Array(beats.length * rowLength);
  beats.forEach((beat, row) => values.set(beat.row, row * rowLength));
  return { beat: { shape: [rowLength, 1], values }, ...moreInputs(beats) };
}

function moreInputs(beats: readonly Beat[]): Record<string, DatasetInput> {
  const names = Object.keys(beats[0]?.inputs ?? {});
  return Object.fromEntries(names.map((name) => {
    const { length } = beats[0]!.inputs![name]!;
    const values = new Float32Array(beats.length * length);
    beats.forEach(({ record, annotation, inputs }, row) => {
      const own = inputs?.[name];
      if (own?.length !== length) {
        throw new Error(
          `Cannot create a dataset: every beat must have ${length} values of "${name}" but annotation ` +
            `${annotation} of record "${record}" has ${own?.length ?? "none"}`,
        );
      }
      values.set(own, row * length);
    });
    return [name, { shape: sequenceInputs.has(name) ? [length, 1] : [length], values }];
  }));
}

/** Inputs that are a signal along time; the others are plain numbers. */
const sequenceInputs = new Set(["difference"]);
