import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";

const BLOCK = 512;

/** npm gives every file this time, so that the same files make the same bytes. */
const TIME = Date.UTC(1985, 9, 26, 8, 15) / 1000;

/**
 * The bytes of an npm tarball: a gzipped archive (ustar, POSIX.1-1988) of files by their paths, which
 * lie in its folder `package`.
 *
 * @throws {RangeError} where a path is longer than the archive has room for.
 */
export function npmTarball(files: ReadonlyMap<string, string>): Uint8Array {
  const blocks = [...files].flatMap(([path, text]) => {
    const content = new TextEncoder().encode(text);
    const padded = new Uint8Array(Math.ceil(content.length / BLOCK) * BLOCK);
    padded.set(content);
    return [fileHeader(`package/${path}`, content.length), padded];
  });
  // Two empty blocks end an archive.
  return new Uint8Array(gzipSync(Buffer.concat([...blocks, new Uint8Array(2 * BLOCK)])));
}

function fileHeader(path: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string) => header.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0");
  const { length } = new TextEncoder().encode(path);
  if (length > 100) {
    throw new RangeError(
      `Cannot pack "${path}": wanted a path of at most 100 bytes, found ${length}`,
    );
  }
  put(0, path);
  put(100, `${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`); // mode, user, group
  put(124, `${octal(size, 11)}\0${octal(TIME, 11)}\0`);
  put(148, " ".repeat(8)); // the checksum counts itself as spaces
  put(156, "0"); // a regular file
  put(257, "ustar\x0000"); // POSIX's version of the format
  put(148, `${octal(header.reduce((sum, byte) => sum + byte, 0), 6)}\0 `);
  return header;
}
