import type { Prng } from "lib/random/mod.ts";

/** The numbers 0 to `count` - 1 in random order (Fisher & Yates). */
export function shuffledRows(count: number, prng: Prng): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(prng() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
