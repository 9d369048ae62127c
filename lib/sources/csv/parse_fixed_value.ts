/**
 * The number of characters of a value in the published heartbeat files, for instance
 * "7.583149671554565430e-01".
 */
export const fixedValueLength = 24;

/**
 * Reads a value of exactly the form `d.dddddddddddddddddde±dd`, four digits at a time: the form of
 * nearly all of a heartbeat file.
 *
 * The 64-bit product below is off by less than one part in 10^15. Where all numbers that near round
 * to one 32-bit number, that is the value to the last bit.
 *
 * @param view At least 24 bytes from `offset` on.
 * @returns NaN when the text has another form or needs more care: see `parseFloat32`.
 */
export function parseFixedValue(view: DataView, offset: number): number {
  // Bytes that hold the expected character, with digits as "0", become 0; other digits become 1 to 9.
  const head = view.getUint16(offset, true) ^ 0x2e30; // "0."
  const first = view.getInt32(offset + 2, true) ^ 0x30303030;
  const second = view.getInt32(offset + 6, true) ^ 0x30303030;
  const third = view.getInt32(offset + 10, true) ^ 0x30303030;
  const fourth = view.getInt32(offset + 14, true) ^ 0x30303030;
  const tail = view.getInt32(offset + 18, true) ^ 0x2d653030; // "00e-"
  const exponent = view.getUint16(offset + 22, true) ^ 0x3030;
  const sign = tail >>> 16; // 0 for "e-", 0x0600 for "e+"
  if (sign !== 0 && sign !== 0x0600) return NaN;
  const last = tail & 0xffff;
  if ((head | first | second | third | fourth | last | exponent) === 0) return 0;
  const notDigits = notDigit(first) | notDigit(second) | notDigit(third) | notDigit(fourth) |
    notDigit(last) | notDigit(exponent);
  if ((notDigits & 0x80808080) !== 0 || head === 0 || head > 9) return NaN;
  const upper = head * 100000000 + fourDigits(first) * 10000 + fourDigits(second);
  const lower = fourDigits(third) * 10000 + fourDigits(fourth);
  const power = (exponent & 0xff) * 10 + (exponent >>> 8);
  // The last two of the 19 digits count for less than one part in 10^16.
  const near = (upper * 1e8 + lower) * powersOfTen[99 + (sign === 0 ? -power : power)]!;
  const below = Math.fround(near * (1 - 1e-15));
  return below === Math.fround(near * (1 + 1e-15)) && below < Infinity ? below : NaN;
}

/** 10^(power - 16) at index power + 99: for numbers of 17 digits with one before the point. */
const powersOfTen = Float64Array.from({ length: 199 }, (_, index) => Number(`1e${index - 115}`));

/** Has the high bit of a byte set when the byte is not from 0 to 9. */
function notDigit(word: number): number {
  return word | (word + 0x76767676);
}

/** The number with the digits that are the four bytes, lowest byte first. */
function fourDigits(word: number): number {
  const pairs = (Math.imul(word, 10) + (word >>> 8)) | 0;
  return Math.imul(pairs & 0xff, 100) + ((pairs >>> 16) & 0xff);
}
