import { DownloadError, type DownloadFailure } from "./download_error.ts";

/** Options of {@linkcode withRetries}. */
export interface RetryOptions {
  /** Times to try in all; 4 by default. */
  attempts?: number;
  /** Milliseconds before the second attempt, doubled before each later one; 500 by default. */
  retryDelay?: number;
  /** Failures that another attempt would not mend; only `missing` by default. */
  lasting?: readonly DownloadFailure[];
}

/**
 * Tries a download again after failures that may pass, a bounded number of times.
 *
 * @param action One attempt.
 * @throws The error of the last attempt; at once one that is lasting or no {@linkcode DownloadError}.
 */
export async function withRetries<Value>(
  action: () => Promise<Value>,
  options: RetryOptions = {},
): Promise<Value> {
  const { attempts = 4, retryDelay = 500, lasting = ["missing"] } = options;
  for (let attempt = 1;; attempt++) {
    try {
      return await action();
    } catch (error) {
      const mayPass = error instanceof DownloadError && !lasting.includes(error.failure);
      if (!mayPass || attempt >= attempts) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, retryDelay * 2 ** (attempt - 1)));
  }
}
