import { mkdir, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * Fills a new folder and puts it in the place of the old one, which stays as it was until the new one is whole. A
 * process that is killed between two renamings leaves both under other names, each whole.
 *
 * @param fill Writes the files into the folder that it is given, which is empty.
 */
export async function replaceFolder(
  path: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const own = crypto.randomUUID().slice(0, 8);
  const beside = resolve(path); // a slash at its end would put both into the folder
  const [part, old] = [`${beside}.${own}.part`, `${beside}.${own}.old`];
  try {
    await mkdir(part, { recursive: true });
    await fill(part);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
  await rename(path, old).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(part, path).catch(async (error) => {
    await rename(old, path).catch(() => {}); // there may have been none
    throw error;
  });
  await rm(old, { recursive: true, force: true });
}
