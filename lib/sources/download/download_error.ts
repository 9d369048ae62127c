/**
 * How a download failed: no connection in time; the server does not have the file; it is busy or in
 * trouble; it fell silent; the connection broke; the bytes are not those wanted.
 */
export type DownloadFailure = "unreachable" | "missing" | "busy" | "stalled" | "broken" | "corrupt";

/** A download that failed for reasons outside this machine. */
export class DownloadError extends Error {
  /** Name of the class. */
  override name = "DownloadError";

  /**
   * Says how a download failed.
   *
   * @param failure What kind of failure it is.
   * @param message What was being done, what was wanted, what was found.
   */
  constructor(readonly failure: DownloadFailure, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}
