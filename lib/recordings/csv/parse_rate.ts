/**
 * The number of a rate or gain, with a decimal point or comma; `1,000` is a thousand, as recorders have no rate or gain of
 * one with three decimals.
 */
export function parseRate(digits: string): number {
  return Number(/^[1-9],\d{3}$/.test(digits) ? digits.replace(",", "") : digits.replace(",", "."));
}
