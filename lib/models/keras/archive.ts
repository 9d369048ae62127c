import type { Entry } from "@zip.js/zip.js";
import { Mismatch } from "./mismatch.ts";

const MOST_ENTRIES = 1000;

/**
 * Takes files out of a zip archive, checked by their sums. Nothing is written anywhere, whatever paths the archive
 * holds.
 *
 * @param limits the files that are wanted, with the bytes that each may have: more are not even unpacked.
 * @throws {Mismatch} when it is no zip archive, is damaged, or has not each file once.
 */
export async function readArchive<Name extends string>(
  bytes: Uint8Array,
  limits: Record<Name, number>,
): Promise<Record<Name, Uint8Array>> {
  const { Uint8ArrayReader, ZipReader } = await import("@zip.js/zip.js");
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    checkSignature: true,
    useWebWorkers: false,
  });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.push(entry) > MOST_ENTRIES) {
        throw new Mismatch(`at most ${MOST_ENTRIES} files`, "more");
      }
    }
  } catch (error) {
    throw error instanceof Mismatch ? error : new Mismatch("a zip archive", String(error));
  }
  const files = Object.entries<number>(limits).map(async ([name, limit]) => {
    const found = entries.filter(({ filename }) => filename === name);
    const [entry] = found;
    if (found.length !== 1 || !entry || entry.directory) {
      throw new Mismatch(`one file ${name}`, entries.map(({ filename }) => filename));
    }
    if (entry.uncompressedSize > limit) {
      throw new Mismatch(`at most ${limit} bytes in ${name}`, entry.uncompressedSize);
    }
    const sink = boundedSink(entry.uncompressedSize, name);
    try {
      await entry.getData(sink.stream);
    } catch (error) {
      throw error instanceof Mismatch ? error : new Mismatch(`${name} undamaged`, String(error));
    }
    return [name, sink.bytes];
  });
  return Object.fromEntries(await Promise.all(files));
}

/** A zip archive, not compressed, as Keras writes it. */
export async function writeArchive(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import("@zip.js/zip.js");
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0, useWebWorkers: false });
  for (const [name, bytes] of Object.entries(files)) {
    await writer.add(name, new Uint8ArrayReader(bytes));
  }
  return await writer.close();
}

/** Takes as many bytes as a file was said to have, and stops at the first one more. */
function boundedSink(size: number, name: string) {
  const bytes = new Uint8Array(size);
  let filled = 0;
  const stream = new WritableStream<Uint8Array>({
    write(chunk) {
      if (filled + chunk.length > size) throw new Mismatch(`${size} bytes in ${name}`, "more");
      bytes.set(chunk, filled);
      filled += chunk.length;
    },
  });
  return { bytes, stream };
}
