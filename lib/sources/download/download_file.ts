import { DownloadError } from "./download_error.ts";
import { fileSha256 } from "./file_sha256.ts";
import { requestFile, type RequestTimeouts } from "./request_file.ts";
import { type RetryOptions, withRetries } from "./with_retries.ts";

/** Options of {@linkcode downloadFile}. */
export interface DownloadFileOptions extends RequestTimeouts, RetryOptions {
  /** SHA-256 that the file must have, 64 hexadecimal digits in lower case. */
  sha256: string;
  /** More bytes than this are taken for a fault of the server; 64 MiB by default. */
  largestSize?: number;
  /** Called with the number of bytes whenever some came in. */
  onBytes?: (count: number) => void;
}

/**
 * Downloads a file so that it is there whole and right or not at all.
 *
 * The bytes go to `<path>.part`, which a later attempt or a later run goes on with; only when its
 * SHA-256 is the wanted one it is renamed. Attempts are bounded.
 *
 * @throws {DownloadError} When no attempt gave the wanted bytes.
 */
export async function downloadFile(
  url: string,
  path: string,
  options: DownloadFileOptions,
): Promise<void> {
  const part = `${path}.part`;
  await withRetries(() => attempt(url, part, options), options);
  await Deno.rename(part, path);
}

async function attempt(url: string, part: string, options: DownloadFileOptions): Promise<void> {
  try {
    await receive(url, part, options);
    const found = await fileSha256(part);
    if (found === options.sha256) return;
    throw new DownloadError(
      "corrupt",
      `Cannot download ${url}: wanted SHA-256 ${options.sha256}, found ${found}`,
    );
  } catch (error) {
    if (error instanceof DownloadError && error.failure === "corrupt") await Deno.remove(part);
    throw error;
  }
}

/** Adds to the part what is wanting; starts it anew when the server sends the file from its start. */
async function receive(url: string, part: string, options: DownloadFileOptions): Promise<void> {
  const { largestSize = 2 ** 26, onBytes } = options;
  using file = await Deno.open(part, { read: true, write: true, create: true });
  const { size } = await file.stat();
  const answer = await requestFile(url, { ...options, firstByte: size });
  if (answer === undefined) return;
  let length = answer.firstByte;
  await file.truncate(length);
  await file.seek(length, Deno.SeekMode.Start);
  for await (const chunk of answer.chunks) {
    length += chunk.length;
    if (length > largestSize) {
      const message = `Cannot download ${url}: wanted at most ${largestSize} bytes, found more`;
      throw new DownloadError("corrupt", message);
    }
    await writeAll(file, chunk);
    onBytes?.(chunk.length);
  }
  await file.syncData();
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
}
