/**
 * So many beats of a class, at even distances among all beats of the class so that they are of
 * several records; all of them where there are fewer.
 */
export function pickBeats<B extends { label: number }>(
  beats: readonly B[],
  label: number,
  count: number,
): B[] {
  const ofClass = beats.filter((beat) => beat.label === label);
  const taken = Math.min(count, ofClass.length);
  return Array.from(
    { length: taken },
    (_, index) => ofClass[Math.floor((index + 0.5) * ofClass.length / taken)]!,
  );
}
