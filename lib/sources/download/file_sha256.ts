import { createHash } from "node:crypto";
import { requireRegularFile } from "lib/files/mod.ts";

/**
 * SHA-256 of a file, read piece by piece.
 *
 * @returns 64 hexadecimal digits, or `undefined` when there is no such file.
 */
export async function fileSha256(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    await requireRegularFile(path);
    using file = await Deno.open(path);
    const piece = new Uint8Array(1 << 18);
    for (let read = await file.read(piece); read !== null; read = await file.read(piece)) {
      hash.update(piece.subarray(0, read));
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  return hash.digest("hex");
}
