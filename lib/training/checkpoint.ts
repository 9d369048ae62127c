import { replaceFile, requireRegularFile } from "lib/files/mod.ts";

/** Arrays and what is to be known about them, in one file. */
export interface Checkpoint<Meta> {
  meta: Meta;
  arrays: Float32Array[];
}

const magic = "ECGCKPT1";

/**
 * Writes a checkpoint: 8 bytes "ECGCKPT1", the length of a JSON text (uint32, little endian), the text with
 * the arrays' lengths, then the arrays as float32, little endian. The file is replaced whole or not at all.
 */
export async function writeCheckpoint<Meta>(
  path: string,
  { meta, arrays }: Checkpoint<Meta>,
): Promise<void> {
  const lengths = arrays.map((array) => array.length);
  const head = new TextEncoder().encode(JSON.stringify({ meta, lengths }));
  const bytes = new Uint8Array(12 + head.length + 4 * lengths.reduce((sum, n) => sum + n, 0));
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(8, head.length, true);
  bytes.set(head, 12);
  let at = 12 + head.length;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  await replaceFile(path, bytes);
}

/**
 * Reads a checkpoint; `undefined` where there is no file.
 *
 * @throws {Error} when the file is not a whole checkpoint.
 */
export async function readCheckpoint<Meta>(path: string): Promise<Checkpoint<Meta> | undefined> {
  const bytes = await readWhole(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  const fail = (wanted: string, found: string): never => {
    throw new Error(`Cannot read checkpoint "${path}": ${wanted} but ${found}`);
  };
  const text = new TextDecoder();
  const start = text.decode(bytes.subarray(0, 8));
  if (start !== magic) fail(`it must begin with ${magic}`, `begins with "${start}"`);
  const headLength = bytes.length < 12 ? 0 : new DataView(bytes.buffer).getUint32(8, true);
  let head: { meta: Meta; lengths: number[] };
  try {
    head = JSON.parse(text.decode(bytes.subarray(12, 12 + headLength)));
  } catch {
    return fail("its head must be JSON", "is not");
  }
  const wanted = 12 + headLength + 4 * head.lengths.reduce((sum, n) => sum + n, 0);
  if (bytes.length !== wanted) fail(`it must have ${wanted} bytes`, `has ${bytes.length}`);
  let at = 12 + headLength;
  const arrays = head.lengths.map((length) =>
    new Float32Array(bytes.buffer.slice(at, at += 4 * length))
  );
  return { meta: head.meta, arrays };
}

async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  await requireRegularFile(path);
  return await Deno.readFile(path);
}
