/** The unit of a column of times. */
export interface TimeUnit {
  /** Seconds of one unit. */
  seconds: number;
  /** Whether the times count from 1970. */
  epoch: boolean;
  /** Whether the unit was guessed from the numbers. */
  guessed: boolean;
}

/** Seconds of one unit of time as tables name it; undefined for another text. */
export function secondsPer(unit: string): number | undefined {
  if (/^(s|sec|seconds?|sek)$/i.test(unit)) return 1;
  if (/^(min|minutes?)$/i.test(unit)) return 60;
  if (/^(h|hours?)$/i.test(unit)) return 3600;
  if (/^(ms|msec|milliseconds?)$/i.test(unit)) return 1e-3;
  if (/^([uµμ]s|microseconds?)$/i.test(unit)) return 1e-6;
  if (/^(ns|nanoseconds?)$/i.test(unit)) return 1e-9;
  return undefined;
}

/**
 * The unit of times: the one named, else the largest in which they are since 1970 (2001 to 2039) or in which the rows
 * come at 20 to 5,000 a second, or nearly.
 *
 * @param step the usual difference of neighbouring times.
 */
export function findTimeUnit(unit: string, first: number, step: number): TimeUnit {
  const grains = [1, 1e-3, 1e-6, 1e-9];
  const isEpoch = (seconds: number) => first * seconds > 1e9 && first * seconds < 2.2e9;
  const named = secondsPer(unit);
  if (named !== undefined) return { seconds: named, epoch: isEpoch(named), guessed: false };
  const epoch = grains.find(isEpoch);
  if (epoch !== undefined) return { seconds: epoch, epoch: true, guessed: false };
  const between = (least: number, most: number) =>
    grains.find((seconds) => 1 / (step * seconds) >= least && 1 / (step * seconds) <= most);
  const seconds = between(20, 5000) ?? between(5, 20_000) ?? 1;
  return { seconds, epoch: false, guessed: true };
}
