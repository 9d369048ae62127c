/**
 * Gives normally distributed random numbers with mean 0 and standard deviation 1, by the method of
 * Box and Muller (1958).
 *
 * @param prng Gives uniformly distributed numbers in [0, 1).
 */
export function gaussianPrng(prng: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - prng()));
    const angle = 2 * Math.PI * prng();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
