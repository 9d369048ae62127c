/** The part of a recording that a strip shows, in seconds. */
export interface StripRange {
  from: number;
  span: number;
}

/** The least that a strip shows, in seconds. */
const least = 1;

/** The range nearest to one that is asked for, within a recording of so many seconds. */
export function clampRange({ from, span }: StripRange, total: number): StripRange {
  const wide = Math.min(Math.max(span, Math.min(least, total)), total);
  return { from: Math.min(Math.max(from, 0), total - wide), span: wide };
}

/** A range that is so much wider around a place in it, 0 at its start and 1 at its end. */
export function zoomRange(
  range: StripRange,
  { factor, share, total }: { factor: number; share: number; total: number },
): StripRange {
  const pivot = range.from + share * range.span;
  const { span } = clampRange({ from: 0, span: range.span * factor }, total);
  return clampRange({ from: pivot - share * span, span }, total);
}

/** The range with a moment inside: as it is, or moved so that the moment is in the middle. */
export function rangeWith(range: StripRange, time: number, total: number): StripRange {
  const margin = 0.1 * range.span;
  const isInside = time >= range.from + margin && time <= range.from + range.span - margin;
  return isInside ? range : clampRange({ from: time - range.span / 2, span: range.span }, total);
}

/** The number of the first of some rising times that is not before a time. */
export function firstFrom(times: ArrayLike<number>, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of the time that is nearest to a time; -1 where there is none. */
export function nearestTo(times: ArrayLike<number>, time: number): number {
  const after = firstFrom(times, time);
  if (after === times.length) return after - 1;
  const isBefore = after > 0 && time - times[after - 1]! < times[after]! - time;
  return isBefore ? after - 1 : after;
}
