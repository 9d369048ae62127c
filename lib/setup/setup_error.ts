import type { CommandResult } from "./run_command.ts";

/** The common kinds of failure. */
export type SetupFailure =
  | "disk full"
  | "no network"
  | "no right to write"
  | "other answer"
  | "not offered"
  | "ended"
  | "other";

/** A failed set-up; its message says in one sentence what to do. */
export class SetupError extends Error {
  /** Name of the class. */
  override name = "SetupError";

  /**
   * Makes the error of a set-up.
   *
   * @param message What to do, in one sentence.
   * @param failure What went wrong.
   */
  constructor(message: string, readonly failure: SetupFailure = "other") {
    super(message);
  }
}

/** The disk space of a full set-up, for the message that there is too little. */
const NEEDED_SPACE = "3 GB";

const diskIsFull = /ENOSPC|EDQUOT|no space left|disk quota exceeded|not enough space on the disk/i;
const networkIsMissing = new RegExp(
  [
    "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT",
    "NewConnectionError|ConnectTimeoutError|ReadTimeoutError|MaxRetryError",
    "name resolution|dns error|failed to lookup address|network is unreachable",
    "tcp connect error|client error \\(connect\\)|error sending request|connection (reset|refused)",
  ].join("|"),
  "i",
);
/** A proxy or a login page answers instead of the package servers. */
const answerIsNoPackage = new RegExp(
  [
    "DO NOT MATCH THE HASHES|BadZipFile|not a zip file|is not a valid wheel",
    "Wheel .* is invalid|invalid metadata",
    "EINTEGRITY|EJSONPARSE|Invalid response body|Unexpected token .?<|is not valid JSON",
    "HTTP error [45]\\d\\d|E40[137]|E50\\d|ProxyError",
  ].join("|"),
  "i",
);
const isNotOffered = /No matching distribution|ETARGET|notarget|E404|No matching version/i;
const writingIsForbidden = /EACCES|EPERM|EROFS|permission denied|read-only file system/i;

/**
 * Turns a failed program into one sentence that says what to do. For an unknown kind of failure it
 * quotes the last lines that the program printed.
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
  if (answerIsNoPackage.test(result.output)) {
    return new SetupError(
      `Cannot ${options.doing}, because what came is not what the package servers send (a proxy or a login page may answer in their place): open the network for them, then ${again}.\n${
        lastLines(result, 5)
      }`,
      "other answer",
    );
  }
  if (isNotOffered.test(result.output)) {
    return new SetupError(
      `Cannot ${options.doing}, because the package index does not offer it (a mirror may be incomplete or may not have answered): ask another one (PIP_INDEX_URL, npm_config_registry), or ${again} later.\n${
        lastLines(result, 5)
      }`,
      "not offered",
    );
  }
  if (result.code > 128) {
    return new SetupError(
      `Cannot ${options.doing}: the program that does it was ended by signal ${
        result.code - 128
      } (too little memory may be why); ${again}.`,
      "ended",
    );
  }
  return new SetupError(
    `Cannot ${options.doing}: the program that does it ended with code ${result.code} after these lines; ${again} once their cause is gone.\n${
      lastLines(result, 15)
    }`,
  );
}

function lastLines({ output }: CommandResult, count: number): string {
  return output.trim().split("\n").slice(-count).join("\n");
}
