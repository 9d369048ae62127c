/** Coefficients of FLAC's fixed predictors by order, for the samples before in the order of their distance. */
const fixed = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

/** Adds the prediction of the fixed predictor of an order to a block whose first `order` samples are known, in place. */
export function predictFixed(block: Int32Array, order: number): void {
  // A sum has at most 4 bits more than a sample, whose bits are 25 at most.
  if (order > 0) predictLinear(block, { coefficients: fixed[order]!, shift: 0, bits: 32 });
}

/** A linear predictor: coefficients in the order of distance, and the bits that their sum is shifted right by. */
export interface LinearPredictor {
  coefficients: readonly number[];
  shift: number;
  /** Bits that a sum of products may need. */
  bits: number;
}

/** Adds the prediction to a block whose first samples, one for each coefficient, are known, in place. */
export function predictLinear(block: Int32Array, predictor: LinearPredictor): void {
  if (predictor.bits <= 32) predictNarrow(block, predictor);
  else predictWide(block, predictor);
}

function predictNarrow(block: Int32Array, { coefficients, shift }: LinearPredictor): void {
  const order = coefficients.length;
  const factors = Int32Array.from(coefficients).reverse();
  for (let i = order; i < block.length; i++) {
    let sum = 0;
    const first = i - order;
    for (let j = 0; j < order; j++) sum = sum + Math.imul(factors[j]!, block[first + j]!) | 0;
    block[i] = block[i]! + (sum >> shift);
  }
}

/** For sums beyond 32 bits: at most 25 of a sample, 15 of a coefficient and 5 of their number, exact in a double. */
function predictWide(block: Int32Array, { coefficients, shift }: LinearPredictor): void {
  const order = coefficients.length;
  const factors = Float64Array.from(coefficients).reverse();
  const scale = 2 ** -shift;
  for (let i = order; i < block.length; i++) {
    let sum = 0;
    const first = i - order;
    for (let j = 0; j < order; j++) sum += factors[j]! * block[first + j]!;
    block[i] = block[i]! + Math.floor(sum * scale);
  }
}
