import type { LabelledBeat } from "../annotate_recording.ts";

/**
 * Some beats of a class, evenly spread over those that there are, in order of time.
 *
 * @param count how many at most.
 */
export function someOfClass(
  beats: readonly LabelledBeat[],
  { label, count }: { label: number; count: number },
): LabelledBeat[] {
  const own = beats.filter((beat) => beat.label === label);
  if (own.length <= count) return own;
  return Array.from({ length: count }, (_, i) => own[Math.floor(i * own.length / count)]!);
}

/** The beats of whose class the model is least sure, the least sure first. */
export function leastCertain(
  beats: readonly LabelledBeat[],
  { count }: { count: number },
): LabelledBeat[] {
  return beats.filter(({ uncertain, probability }) => uncertain || probability < 0.9)
    .sort((a, b) => a.probability - b.probability || a.time - b.time).slice(0, count);
}
