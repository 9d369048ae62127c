/**
 * The rank of each value from 1, the least, upwards; equal values share the mean of their ranks.
 *
 * @example
 * ```ts
 * import { averageRanks } from "lib/sweeps/search/average_ranks.ts";
 * console.assert(averageRanks([0.5, 0.1, 0.5]).join() === "2.5,1,2.5");
 * ```
 */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    for (let i = first; i <= last; i++) ranks[order[i]!] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}
