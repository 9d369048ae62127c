/** A share as a percentage: with one decimal, with two below 1 %. */
export function formatShare(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 2 : 1)} %`;
}
