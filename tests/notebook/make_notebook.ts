import type { Notebook, NotebookCell } from "lib/notebook/mod.ts";

/** A notebook of code cells, or of cells given as they are. */
export function makeNotebook(cells: (string | Partial<NotebookCell>)[]): Notebook {
  return {
    cells: cells.map((cell, index): NotebookCell => ({
      cell_type: "code",
      id: `cell-${index + 1}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source: typeof cell === "string" ? cell : "",
      ...(typeof cell === "string" ? {} : cell),
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/**
 * Puts notebooks into a folder of the checkout, where cells find "lib/" as those of real notebooks do, and
 * takes the folder away after the test.
 */
export async function withNotebooks(
  notebooks: Record<string, Notebook>,
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ dir: import.meta.dirname!, prefix: ".notebooks_" });
  try {
    for (const [name, notebook] of Object.entries(notebooks)) {
      await Deno.writeTextFile(`${folder}/${name}`, JSON.stringify(notebook));
    }
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
