import type { LayoutAxis } from "plotly.js-dist-min";

/**
 * Round values inside a range, for an axis that a figure draws itself: steps of 1, 2 or 5 times a
 * power of ten, on a logarithmic scale more or fewer digits of each power, as there is room; where that gives
 * fewer than two, because the range is narrow, steps as on a linear one.
 *
 * @returns some two to nine values, ascending.
 */
export function axisTicks(
  [low, high]: readonly [number, number],
  scale: "linear" | "log" = "linear",
): number[] {
  if (!(high > low)) return [low];
  const powers = scale === "log" ? powersWithin(low, high) : [];
  if (powers.length > 1) return powers;
  const step = niceStep((high - low) / 5);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from(
    { length: count },
    (_, index) => Number(((first + index) * step).toPrecision(12)),
  );
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10);
}

function powersWithin(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const digits = decades > 4 ? [1] : decades > 1.5 ? [1, 3] : decades > 0.8 ? [1, 2, 5] : fine;
  const from = Math.floor(Math.log10(low));
  const count = Math.ceil(Math.log10(high)) - from + 1;
  return Array.from(
    { length: count },
    (_, index) => digits.map((digit) => Number(`${digit}e${from + index}`)),
  )
    .flat().filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
}

const fine = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** A logarithmic axis with such ticks, for Plotly's layout; a linear one where a value is not above 0. */
export function logarithmicAxis(values: readonly number[]): Partial<LayoutAxis> {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (finite.length === 0 || low <= 0) return {};
  const [from, to] = [low * (low / high) ** 0.05, high * (high / low) ** 0.05];
  return {
    type: "log",
    range: low < high ? [Math.log10(from), Math.log10(to)] : undefined,
    tickmode: "array",
    tickvals: axisTicks([from, to], "log"),
  };
}
