/**
 * The values rounded to so many decimals: more than a figure can show would only make stored
 * notebooks large and different from one machine to the next. What is not a number stays so and
 * leaves a gap.
 */
export function rounded(values: ArrayLike<number>, decimals: number): number[] {
  const scale = 10 ** decimals;
  return Array.from(values, (value) => Math.round(value * scale) / scale);
}
