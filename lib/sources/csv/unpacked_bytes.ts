import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { requireRegularFile } from "lib/files/mod.ts";

/** How much of a file is read at once. */
const chunkLength = 2 ** 18;

/**
 * The bytes of a file, piece by piece; unpacked where it begins as gzip does, whatever its name.
 *
 * @throws {Error} when there is no such file, it is no regular one, or gzip is damaged.
 */
export async function* unpackedBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    await requireRegularFile(path);
    const file = createReadStream(path, { highWaterMark: chunkLength });
    // What goes wrong with the file reaches whoever reads what is unpacked.
    const bytes = await isGzip(path) ? pipeline(file, createGunzip(), () => {}) : file;
    yield* bytes as AsyncIterable<Uint8Array>;
  } catch (error) {
    const problem = problemOf(error as Error & { code?: string });
    if (problem === undefined) throw error;
    throw new Error(`Cannot read "${path}": ${problem}`, { cause: error });
  }
}

async function isGzip(path: string): Promise<boolean> {
  using file = await Deno.open(path);
  const start = new Uint8Array(2);
  await file.read(start);
  return start[0] === 0x1f && start[1] === 0x8b;
}

function problemOf({ code, message }: Error & { code?: string }): string | undefined {
  if (code === "ENOENT") return "there is no such file";
  return code?.startsWith("Z_") ? `wanted gzip undamaged, found ${message}` : undefined;
}
