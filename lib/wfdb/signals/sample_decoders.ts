/** Where the samples of a signal lie among all samples of its file, and where they go in the signal's array. */
export interface SampleRun {
  /** Number of the first sample in the file. */
  first: number;
  /** Samples of the file from one of the run to the next. */
  step: number;
  /** Index of the first sample in the target. */
  start: number;
  /** Places of the target from one sample of the run to the next. */
  stride: number;
}

/** Decodes a run of samples from the bytes of a file to the end of the target, and returns their sum (of 32 bits). */
export type SampleDecoder = (bytes: Uint8Array, target: Int32Array, run: SampleRun) => number;

/**
 * The decoder of each signal format of WFDB, by number.
 *
 * They do not check that the bytes suffice. Each has a tight loop of its own and sums as it goes, as both are what
 * makes reading a database fast. Shifts to the left and back carry the sign into the upper bits.
 */
export const sampleDecoders: ReadonlyMap<number, SampleDecoder> = new Map<number, SampleDecoder>([
  [8, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first; i < target.length; i += stride, at += step) {
      sum = sum + (target[i] = bytes[at]! << 24 >> 24) | 0;
    }
    return sum;
  }],
  [16, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first * 2; i < target.length; i += stride, at += step * 2) {
      sum = sum + (target[i] = (bytes[at]! | bytes[at + 1]! << 8) << 16 >> 16) | 0;
    }
    return sum;
  }],
  [24, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first * 3; i < target.length; i += stride, at += step * 3) {
      const value = (bytes[at]! << 8 | bytes[at + 1]! << 16 | bytes[at + 2]! << 24) >> 8;
      sum = sum + (target[i] = value) | 0;
    }
    return sum;
  }],
  [32, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first * 4; i < target.length; i += stride, at += step * 4) {
      const low = bytes[at]! | bytes[at + 1]! << 8;
      sum = sum + (target[i] = low | bytes[at + 2]! << 16 | bytes[at + 3]! << 24) | 0;
    }
    return sum;
  }],
  [61, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first * 2; i < target.length; i += stride, at += step * 2) {
      sum = sum + (target[i] = (bytes[at]! << 8 | bytes[at + 1]!) << 16 >> 16) | 0;
    }
    return sum;
  }],
  [80, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first; i < target.length; i += stride, at += step) {
      sum = sum + (target[i] = bytes[at]! - 128) | 0;
    }
    return sum;
  }],
  [160, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, at = first * 2; i < target.length; i += stride, at += step * 2) {
      sum = sum + (target[i] = (bytes[at]! | bytes[at + 1]! << 8) - 32768) | 0;
    }
    return sum;
  }],
  // Two samples in three bytes: the second byte holds the upper bits of the first sample in its low half and those of
  // the second in its high half. With an even step all samples of the run lie alike, the case worth a loop of its own.
  [212, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    if (step % 2 === 1) {
      for (let i = start, n = first; i < target.length; i += stride, n += step) {
        const at = (n >> 1) * 3 + (n & 1);
        const low = n & 1
          ? bytes[at + 1]! | bytes[at]! << 4 & 0xf00
          : bytes[at]! | bytes[at + 1]! << 8;
        sum = sum + (target[i] = low << 20 >> 20) | 0;
      }
      return sum;
    }
    const jump = (step >> 1) * 3;
    let at = (first >> 1) * 3 + (first & 1);
    if (first % 2 === 0) {
      for (let i = start; i < target.length; i += stride, at += jump) {
        sum = sum + (target[i] = (bytes[at]! | bytes[at + 1]! << 8) << 20 >> 20) | 0;
      }
    } else {
      for (let i = start; i < target.length; i += stride, at += jump) {
        sum = sum + (target[i] = (bytes[at + 1]! | bytes[at]! << 4 & 0xf00) << 20 >> 20) | 0;
      }
    }
    return sum;
  }],
  // Three samples in four bytes: two in the low 11 bits of each byte pair, whose lowest bit is unused, and one in the
  // upper 5 bits of both pairs.
  [310, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, n = first; i < target.length; i += stride, n += step) {
      const at = Math.floor(n / 3) * 4;
      const place = n % 3;
      const pair = at + (place === 1 ? 2 : 0);
      const value = place === 2
        ? (bytes[at + 1]! >> 3 | bytes[at + 3]! >> 3 << 5) << 22 >> 22
        : (bytes[pair]! | bytes[pair + 1]! << 8) << 21 >> 22;
      sum = sum + (target[i] = value) | 0;
    }
    return sum;
  }],
  // Three samples in four bytes: 10 bits each from the lowest upwards, the two uppermost bits unused.
  [311, (bytes, target, { first, step, start, stride }) => {
    let sum = 0;
    for (let i = start, n = first; i < target.length; i += stride, n += step) {
      const place = n % 3;
      const at = Math.floor(n / 3) * 4 + place;
      const pair = bytes[at]! | bytes[at + 1]! << 8;
      sum = sum + (target[i] = pair << (22 - 2 * place) >> 22) | 0;
    }
    return sum;
  }],
]);
