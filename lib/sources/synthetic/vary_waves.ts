import type { Wave } from "./beat_waves.ts";
import { gaussianPrng } from "lib/random/mod.ts";

/** Options of {@linkcode varyWaves}: how far waves differ, as standard deviations. */
export interface WaveVariation {
  /** Relative, of a height. */
  height: number;
  /** Relative, of a width. */
  width: number;
  /** In s, of a time; waves at the R peak stay there. */
  time: number;
}

/**
 * Draws how every wave of some beats differs from its parameter set. Waves of one name differ alike, so
 * that a patient's normal and atrial premature beats keep resembling each other.
 *
 * @returns New waves for each kind of beat.
 */
export function varyWaves<Kind extends string>(
  beats: Readonly<Record<Kind, readonly Wave[]>>,
  variation: WaveVariation,
  prng: () => number,
): Record<Kind, Wave[]> {
  const gaussian = gaussianPrng(prng);
  const drawn = new Map<string, { height: number; width: number; time: number }>();
  const vary = (wave: Wave): Wave => {
    const factors = drawn.get(wave.name) ?? {
      height: Math.exp(variation.height * gaussian()),
      width: Math.exp(variation.width * gaussian()),
      time: variation.time * gaussian(),
    };
    drawn.set(wave.name, factors);
    return {
      name: wave.name,
      time: wave.time === 0 ? 0 : wave.time + factors.time,
      width: wave.width * factors.width,
      heights: [wave.heights[0] * factors.height, wave.heights[1] * factors.height],
    };
  };
  const kinds = Object.entries<readonly Wave[]>(beats);
  return Object.fromEntries(kinds.map(([kind, waves]) => [kind, waves.map(vary)])) as Record<
    Kind,
    Wave[]
  >;
}
