import { join } from "node:path";
import { replaceFile } from "lib/files/mod.ts";

/** Note in a folder whose files were checked, so that they need not be read again for that. */
interface Note {
  /** What the files are, such as a release. */
  edition: string;
  /** Size of each file in bytes. */
  sizes: Record<string, number>;
}

const noteName = "checked.json";

/**
 * Tells whether a folder was noted as checked for this edition and its files still have their sizes.
 *
 * @param files Names of the files that must be there.
 */
export async function isCheckedFolder(
  directory: string,
  edition: string,
  { files }: { files: readonly string[] },
): Promise<boolean> {
  try {
    const note: Note = JSON.parse(await Deno.readTextFile(join(directory, noteName)));
    if (note.edition !== edition) return false;
    const sizes = await fileSizes(directory, files);
    return files.every((file) => sizes[file] === note.sizes[file]);
  } catch {
    // No note, one that was cut off or a file that is gone: it has to be checked again.
    return false;
  }
}

/** Notes that the files of a folder, as they are now, were checked and are those of the edition. */
export async function noteCheckedFolder(
  directory: string,
  edition: string,
  { files }: { files: readonly string[] },
): Promise<void> {
  const note: Note = { edition, sizes: await fileSizes(directory, files) };
  await replaceFile(join(directory, noteName), JSON.stringify(note, undefined, 1) + "\n");
}

async function fileSizes(
  directory: string,
  files: readonly string[],
): Promise<Record<string, number>> {
  const sizes = files.map(async (file) => [file, (await Deno.stat(join(directory, file))).size]);
  return Object.fromEntries(await Promise.all(sizes));
}
