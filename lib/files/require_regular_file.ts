/**
 * Refuses what is no regular file before it is opened: a named pipe would wait for a writer for ever, a device may
 * never end.
 *
 * @throws {Error} that says what was found; Deno's error when there is nothing.
 */
export async function requireRegularFile(path: string): Promise<void> {
  const { isFile, isDirectory, isFifo } = await Deno.stat(path);
  if (isFile) return;
  const found = isDirectory ? "a folder" : isFifo ? "a named pipe" : "a device or a socket";
  throw new Error(`Cannot read "${path}": wanted a regular file, found ${found}`);
}
