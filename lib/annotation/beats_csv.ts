import { aamiClasses } from "lib/beats/mod.ts";
import type { AnnotatedRecording } from "./annotate_recording.ts";
import { possible } from "./beat_annotations.ts";

/**
 * The beats of a recording as a CSV table: time and sample number of each R peak, seconds since the beat before, the
 * AAMI class with its probability, whether it is uncertain, and all classes that it may be of, the likeliest first.
 *
 * An interval that is not known is left empty.
 *
 * @example
 * ```ts
 * import { beatsCsv } from "lib/annotation/mod.ts";
 *
 * const beat = { sample: 90, time: 0.25, rr: NaN, label: 2, probability: 0.75, set: [0, 2], uncertain: true };
 * console.log(beatsCsv({ beats: [beat] }));
 * // time_s,sample,rr_s,class,probability,uncertain,possible
 * // 0.250,90,,V,0.7500,1,V N
 * ```
 */
export function beatsCsv({ beats }: Pick<AnnotatedRecording, "beats">): string {
  const lines = beats.map(({ time, sample, rr, label, probability, uncertain, set }) =>
    [
      time.toFixed(3),
      sample,
      Number.isNaN(rr) ? "" : rr.toFixed(3),
      aamiClasses[label]!.letter,
      probability.toFixed(4),
      uncertain ? 1 : 0,
      possible(label, set).join(" "),
    ].join(",")
  );
  return ["time_s,sample,rr_s,class,probability,uncertain,possible", ...lines, ""].join("\n");
}
