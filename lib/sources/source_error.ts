/** Records that cannot be used as asked; the message is meant for the person who asked. */
export class SourceError extends Error {
  /** Name of the class. */
  override name = "SourceError";
}
