import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * The pages in a folder that notebooks were executed into, in the order of their names. What else lies there, such as
 * the page that labels recordings, is not among them.
 *
 * @param notebooks the folder of the notebooks.
 */
export function notebookPages(results: string, { notebooks }: { notebooks: string }): string[] {
  return readdirSync(notebooks).filter((name) => name.endsWith(".ipynb")).sort()
    .map((name) => join(results, `${basename(name, ".ipynb")}.html`))
    .filter((page) => existsSync(page));
}
