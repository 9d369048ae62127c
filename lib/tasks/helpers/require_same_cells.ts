import { basename } from "node:path";
import { cellSource, type Notebook, readNotebook } from "lib/notebook/mod.ts";

/**
 * Makes sure that a notebook's file still has the cells that were executed, so that nobody's changes are overwritten:
 * an execution takes many minutes.
 *
 * @throws {Error} when it has others.
 */
export async function requireSameCells(path: string, executed: Notebook): Promise<void> {
  const sources = ({ cells }: Notebook) => JSON.stringify(cells.map(cellSource));
  if (sources(await readNotebook(path)) === sources(executed)) return;
  throw new Error(
    `Cannot store ${basename(path)}: wanted the cells that were executed, found others; ` +
      "it was changed meanwhile and stays as it is",
  );
}
