import type { CommandResult } from "./run_command.ts";

/** What went wrong, where it is one of the things that go wrong often. */
export type SetupFailure = "disk full" | "no network" | "no right to write" | "other";

/** A set-up that cannot go on; its message says in one sentence what to do. */
export class SetupError extends Error {
  override name = "SetupError";

  constructor(message: string, readonly failure: SetupFailure = "other") {
    super(message);
  }
}

/** How much room a full set-up takes, as told to whoever runs out of it. */
const NEEDED_SPACE = "3 GB";

const diskIsFull = /ENOSPC|EDQUOT|no space left|disk quota exceeded|not enough space on the disk/i;
const networkIsMissing = new RegExp(
  [
    "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT",
    "NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|MaxRetryError",
    "name resolution|dns error|failed to lookup address|network is unreachable",
    "tcp connect error|client error \\(connect\\)|error sending request|connection (reset|refused)",
  ].join("|"),
  "i",
);
const writingIsForbidden = /EACCES|EPERM|EROFS|permission denied|read-only file system/i;

/**
 * Turns a failed program into one sentence that says what to do. A failure of no known kind is
 * told with the last lines that the program printed.
 */
export function explainFailure(
  result: CommandResult,
  options: { doing: string; root: string },
): SetupError {
  const again = "run the same command again";
  if (diskIsFull.test(result.output)) {
    return new SetupError(
      `Cannot ${options.doing}, because the disk is full: free about ${NEEDED_SPACE} for ${options.root} and for the temporary and cache folders, then ${again}.`,
      "disk full",
    );
  }
  if (networkIsMissing.test(result.output)) {
    return new SetupError(
      `Cannot ${options.doing}, because the package servers cannot be reached: connect to the internet (or set HTTPS_PROXY), then ${again}.`,
      "no network",
    );
  }
  if (writingIsForbidden.test(result.output)) {
    return new SetupError(
      `Cannot ${options.doing}, because writing was forbidden: make ${options.root} and the cache folders in your home writable for you, then ${again}.`,
      "no right to write",
    );
  }
  const lines = result.output.trim().split("\n").slice(-15).join("\n");
  return new SetupError(
    `Cannot ${options.doing}: the program that does it ended with code ${result.code} after these lines; ${again} once their cause is gone.\n${lines}`,
  );
}
