/**
 * The 32-bit floating-point number nearest to a decimal number, to the last bit; a tie goes to the
 * even one.
 *
 * `Math.fround(Number(text))` alone rounds twice: it errs where the 64-bit number lies half-way
 * between two 32-bit ones and the decimal number does not.
 *
 * @param text Digits with an optional sign, point and exponent, for instance "-1.5e-03".
 * @returns NaN when the text is no such number or lies beyond the range of 32 bits.
 */
export function parseFloat32(text: string): number {
  const parts = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const digits = parts ? parts[1]! + parts[2]! : "";
  if (digits === "") return NaN;
  const near = Number(text);
  const rounded = Math.fround(near);
  if (!Number.isFinite(rounded)) return NaN;
  const other = 2 * near - rounded;
  if (other === rounded || Math.fround(other) !== other) return rounded;
  const exponent = Number(parts![3] ?? 0) - parts![2]!.length;
  const side = compareDecimal(BigInt(digits), exponent, Math.abs(near)) * Math.sign(near);
  if (side === 0) return rounded;
  return side > 0 ? Math.max(rounded, other) : Math.min(rounded, other);
}

/** The sign of digits * 10^exponent - value, for a value half-way between two 32-bit numbers. */
function compareDecimal(digits: bigint, exponent: number, value: number): number {
  // No such value has bits below 2^-150, so this is a whole number.
  let scaledValue = BigInt(value * 2 ** 150);
  let scaledDecimal = digits << 150n;
  if (exponent < 0) scaledValue *= 10n ** BigInt(-exponent);
  else scaledDecimal *= 10n ** BigInt(exponent);
  return scaledDecimal > scaledValue ? 1 : scaledDecimal < scaledValue ? -1 : 0;
}
