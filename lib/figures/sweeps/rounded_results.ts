import { rounded } from "../drawing/rounded.ts";

/** What runs reached, rounded to five decimals, or to more where the least size would be left with less than three digits. */
export function roundedResults(values: ArrayLike<number>): number[] {
  const sizes = Array.from(values, Math.abs).filter((size) => size > 0);
  const least = Math.min(1, ...sizes);
  return rounded(values, Math.min(15, Math.max(5, 2 - Math.floor(Math.log10(least)))));
}
