import type { ReconstructedRows } from "./reconstruct_rows.ts";

/** The mean of rows and the directions along which they vary most. */
export interface PrincipalComponents {
  /** The mean row, `[values]`. */
  mean: Float64Array;
  /** Of length 1 and at right angles, the one with the greatest variance first, `[count][values]`. */
  components: Float64Array[];
}

/**
 * The first principal components of rows (Pearson 1901), by orthogonal iteration: the linear autoencoder with as many
 * numbers in its code. Padding counts as the zeros that it is.
 *
 * @param prng Uniform numbers in [0, 1), for where the iteration begins.
 * @throws {RangeError} When more components are wanted than a row has values.
 */
export function principalComponents(
  { targets, size }: Pick<ReconstructedRows, "targets" | "size">,
  { count, prng, iterations = 200 }: { count: number; prng: () => number; iterations?: number },
): PrincipalComponents {
  if (!(count >= 1 && count <= size)) {
    throw new RangeError(
      `Cannot find principal components: their number must be from 1 to ${size} but is ${count}`,
    );
  }
  const { mean, covariance } = covarianceOf(targets, size);
  let components: Float64Array[] = Array.from(
    { length: count },
    () => Float64Array.from({ length: size }, () => prng() - 0.5),
  );
  for (let i = 0; i < iterations; i++) {
    components = orthonormal(components.map((vector) => times(covariance, vector)));
  }
  return { mean, components };
}

/** What is left of rows that are described by their components alone. */
export function projectRows(
  rows: Omit<ReconstructedRows, "reconstructions">,
  { mean, components }: PrincipalComponents,
): ReconstructedRows {
  const { targets, size } = rows;
  const reconstructions = new Float32Array(targets.length);
  for (let first = 0; first < targets.length; first += size) {
    const row = Float64Array.from(mean, (value, i) => targets[first + i]! - value);
    const given = mean.slice();
    for (const component of components) {
      const share = dot(component, row);
      for (let i = 0; i < size; i++) given[i]! += share * component[i]!;
    }
    reconstructions.set(given, first);
  }
  return { ...rows, reconstructions };
}

/** How far rows lie along each component, `[rows * components]`. */
export function componentShares(
  { targets, size }: Pick<ReconstructedRows, "targets" | "size">,
  { mean, components }: PrincipalComponents,
): Float32Array {
  const shares = new Float32Array(targets.length / size * components.length);
  for (let row = 0; row < targets.length / size; row++) {
    const centred = Float64Array.from(mean, (value, i) => targets[row * size + i]! - value);
    components.forEach((component, i) =>
      shares[row * components.length + i] = dot(component, centred)
    );
  }
  return shares;
}

function covarianceOf(values: Float32Array, size: number) {
  const rows = values.length / size;
  const mean = new Float64Array(size);
  values.forEach((value, i) => mean[i % size]! += value / rows);
  const covariance = Array.from(mean, () => new Float64Array(size));
  for (let first = 0; first < values.length; first += size) {
    const row = Float64Array.from(mean, (value, i) => values[first + i]! - value);
    for (let i = 0; i < size; i++) {
      const [own, line] = [row[i]! / rows, covariance[i]!];
      for (let j = 0; j <= i; j++) line[j]! += own * row[j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) covariance[j]![i] = covariance[i]![j]!;
  }
  return { mean, covariance };
}

function times(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (line) => dot(line, vector));
}

/** Gram and Schmidt's method, twice for what rounding leaves. */
function orthonormal(vectors: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    for (const other of [...done, ...done]) {
      const share = dot(vector, other);
      for (let i = 0; i < vector.length; i++) vector[i]! -= share * other[i]!;
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    done.push(vector.map((value) => value / length));
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
