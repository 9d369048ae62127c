const missing = /^(|-+|\?|[-+]?(nan|inf|infinity)|na|n\/a|#n\/a|null|none|missing)$/i;

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * The number of a field, which may have space around it: NaN where it stands for a missing sample, undefined where it is
 * something else.
 */
export function parseNumber(field: string, decimalComma: boolean): number | undefined {
  const plain = parsePlain(field, decimalComma ? 44 : 46);
  if (plain !== undefined) return plain;
  const text = field.trim();
  // "0x1f" is a number to Number() only.
  if (/^[-+.\d]/.test(text) && !/^[-+]?0[a-z]/i.test(text)) {
    const value = Number(decimalComma ? text.replace(",", ".") : text);
    // What 32 bits cannot hold is no sample, even in volts.
    if (Math.abs(value) < 1e30) return value;
  }
  return missing.test(text) ? NaN : undefined;
}

/**
 * The number of a sign, digits and a point, several times as fast as `Number()`; undefined where there is more.
 *
 * Up to 15 digits are a whole number without rounding, and so is the power of ten: their quotient is rounded once.
 */
function parsePlain(field: string, point: number): number | undefined {
  let at = 0;
  const negative = field.charCodeAt(0) === 45;
  if (negative) at++;
  let [whole, digits, decimals] = [0, 0, -1];
  for (; at < field.length; at++) {
    const code = field.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === point && decimals < 0) {
      decimals = 0;
    } else {
      return undefined;
    }
  }
  if (digits === 0 || digits > 15) return undefined;
  const value = decimals > 0 ? whole / powersOfTen[decimals]! : whole;
  return negative ? -value : value;
}
