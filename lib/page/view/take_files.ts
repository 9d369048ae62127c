/// <reference lib="dom" />
import type { NamedFile } from "../messages.ts";
import { element } from "./element.ts";

/** Calls back with the files that are dropped anywhere on the page or picked. */
export function takeFiles(
  onFiles: (files: NamedFile[]) => void,
  onError: (message: string) => void,
): void {
  const take = (list: Iterable<File>) => {
    const files = [...list];
    if (files.length > 0) readAll(files).then(onFiles, (error) => onError(error.message));
  };
  const picker = element<HTMLInputElement>("files");
  picker.addEventListener("change", () => {
    take(picker.files ?? []);
    picker.value = ""; // the same files may be picked again
  });
  const mark = (isOver: boolean) => element("drop").classList.toggle("over", isOver);
  addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    take(event.dataTransfer?.files ?? []);
  });
}

/** @throws {Error} where a file cannot be read, as a folder cannot. */
async function readAll(files: readonly File[]): Promise<NamedFile[]> {
  return await Promise.all(files.map(async (file) => {
    try {
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    } catch (cause) {
      const found = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Cannot read "${file.name}": wanted a file, found ${found}`, { cause });
    }
  }));
}
