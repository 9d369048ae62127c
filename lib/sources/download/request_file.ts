import { DownloadError, type DownloadFailure } from "./download_error.ts";

/** Patience with a server, in milliseconds. */
export interface RequestTimeouts {
  /** Time for the connection and the first line of the answer; 5,000 by default. */
  connectTimeout?: number;
  /** Longest silence while bytes come in; 20,000 by default. */
  stallTimeout?: number;
}

/** Options of {@linkcode requestFile}. */
export interface RequestFileOptions extends RequestTimeouts {
  /** First byte wanted; servers may ignore it. 0 by default. */
  firstByte?: number;
}

/** The answer of a server that has the file. */
export interface FileAnswer {
  /** The byte of the file that the first byte to come is: what was asked for, or 0. */
  firstByte: number;
  /** The bytes as they come in. To be read to the end or left by `return`, which closes the connection. */
  chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
}

/**
 * Asks a server for a file, or for the rest of it from a given byte on.
 *
 * @returns The answer; `undefined` when the server says that the file ends before the first byte wanted.
 * @throws {DownloadError} When there is no answer in time, when it is a refusal and, while its bytes are
 * read, when the server falls silent or the connection breaks.
 */
export async function requestFile(
  url: string,
  options: RequestFileOptions = {},
): Promise<FileAnswer | undefined> {
  const { firstByte = 0, connectTimeout = 5_000 } = options;
  const controller = new AbortController();
  const response = await connect(url, { controller, connectTimeout, firstByte });
  const first = firstByteOf(response, firstByte);
  if (first !== undefined) {
    return { firstByte: first, chunks: readChunks(url, response, { ...options, controller }) };
  }
  await response.body?.cancel();
  if (response.status === 416) return undefined;
  throw new DownloadError(
    failureOf(response.status),
    `Cannot download ${url}: wanted status 200 or 206, found ${describe(response)}`,
  );
}

async function connect(
  url: string,
  { controller, connectTimeout, firstByte }: {
    controller: AbortController;
    connectTimeout: number;
    firstByte: number;
  },
): Promise<Response> {
  const timer = setTimeout(() => controller.abort(), connectTimeout);
  try {
    // Byte numbers count in the file as it is, not in a compressed form of it.
    const headers = new Headers({ "accept-encoding": "identity" });
    if (firstByte > 0) headers.set("range", `bytes=${firstByte}-`);
    return await fetch(url, { headers, signal: controller.signal });
  } catch (cause) {
    const found = controller.signal.aborted
      ? `no answer in ${connectTimeout / 1000} s`
      : `no connection (${innermostMessage(cause)})`;
    throw new DownloadError("unreachable", `Cannot download ${url}: found ${found}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** The end of the chain of causes, which says what happened. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return innermostMessage(error.cause);
  return error.message.split(": ").at(-1)!;
}

/** Where the answer begins in the file; undefined for one that is not (the wanted part of) the file. */
function firstByteOf(response: Response, wanted: number): number | undefined {
  if (response.status === 200) return 0;
  const range = response.headers.get("content-range") ?? "";
  return response.status === 206 && range.startsWith(`bytes ${wanted}-`) ? wanted : undefined;
}

function failureOf(status: number): DownloadFailure {
  if (status === 206) return "corrupt";
  return status >= 500 || status === 408 || status === 429 ? "busy" : "missing";
}

function describe(response: Response): string {
  const range = response.headers.get("content-range");
  return `${response.status} ${response.statusText}${range ? ` with ${range}` : ""}`.trim();
}

async function* readChunks(
  url: string,
  response: Response,
  { controller, stallTimeout = 20_000 }: RequestTimeouts & { controller: AbortController },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  const waitForBytes = async () => {
    const timer = setTimeout(() => controller.abort(), stallTimeout);
    try {
      return await reader.read();
    } catch (cause) {
      if (!controller.signal.aborted) {
        throw new DownloadError("broken", `Cannot download ${url}: found the connection broken`, {
          cause,
        });
      }
      const message = `Cannot download ${url}: found nothing more for ${stallTimeout / 1000} s`;
      throw new DownloadError("stalled", message, { cause });
    } finally {
      clearTimeout(timer);
    }
  };
  try {
    for (let part = await waitForBytes(); !part.done; part = await waitForBytes()) yield part.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
