const missing = /^(|-+|\?|[-+]?(nan|inf|infinity)|na|n\/a|#n\/a|null|none|missing)$/i;

/** The number of a field: NaN where it stands for a missing sample, undefined where it is something else. */
export function parseNumber(field: string, decimalComma: boolean): number | undefined {
  const first = field.charCodeAt(0);
  // A digit, or a sign or point before one; "0x1f" and "" are numbers to Number() only.
  if (first >= 48 && first <= 57 || first === 45 || first === 46 || first === 43) {
    const value = Number(decimalComma ? field.replace(",", ".") : field);
    // What 32 bits cannot hold is no sample, even in volts.
    if (Math.abs(value) < 1e30) return value;
  }
  return missing.test(field) ? NaN : undefined;
}
