/**
 * The whole number that is given to an option.
 *
 * @param name The option's name, without dashes.
 * @param least The smallest number that it takes.
 * @throws {Error} where the text is no such number.
 */
export function wholeNumber(name: string, text: string | boolean, least = 1): number {
  if (typeof text === "string" && /^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new Error(`--${name} must be a whole number from ${least} but is "${text}".`);
}
