import { mkdir, open, readdir, rename, stat, writeFile } from "node:fs/promises";

// The one file of this room that needs Node or Deno. It is imported when it is first used, so that
// a browser, which is given `readFile`, never asks for it.

/** The bytes of a file. */
export async function readNodeFile(path: string): Promise<Uint8Array> {
  // Before it is opened: a named pipe waits for a writer, a device may never end.
  const facts = await stat(path);
  if (!facts.isFile()) throw new Error("not a regular file");
  const file = await open(path);
  try {
    // Faster for signals than `readFile`, whose result is copied once more.
    const bytes = new Uint8Array(facts.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** The names of a folder's files, without those of folders in it. */
export async function listNodeFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

/** Writes files into a folder, each such that nobody ever sees a part of it. */
export async function writeNodeFiles(
  directory: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [name, bytes] of files) {
    const path = `${directory}/${name}`;
    const partial = `${path}.partial`;
    await writeFile(partial, bytes);
    await rename(partial, path);
  }
}
