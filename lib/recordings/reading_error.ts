/**
 * The error of a file that cannot be read, with a message such as
 * `Cannot read "night.edf": wanted a data record, found the end of the file`.
 *
 * Readers that look at content alone throw this and nothing else.
 */
export function readingError(
  name: string,
  difference: { wanted: string; found: string },
  options?: ErrorOptions,
): Error {
  const { wanted, found } = difference;
  return new Error(`Cannot read "${name}": wanted ${wanted}, found ${found}`, options);
}

/** Marks an error as that of a table which is read once the option `frequency` is given. */
export function markLacksFrequency(error: Error): Error {
  withoutFrequency.add(error);
  return error;
}

/** Whether a recording could not be read for want of the option `frequency` alone, as a table that says no rate. */
export function lacksFrequency(error: unknown): boolean {
  return error instanceof Error && withoutFrequency.has(error);
}

const withoutFrequency = new WeakSet<Error>();

/** A text from a damaged file as a sentence shows it: quoted, in one line, not too long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}
