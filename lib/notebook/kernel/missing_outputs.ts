import { cellSource, type Notebook } from "./notebook_file.ts";

/**
 * The code cells that show less than their source says, in words: a cell has to have an output for
 * each `show(` and `showProgress(` in it. The kernel loses one now and then.
 */
export function missingOutputs(notebook: Notebook): string[] {
  return notebook.cells.filter(({ cell_type }) => cell_type === "code").flatMap((cell, index) => {
    const code = cellSource(cell).replaceAll(/^\s*(?:\/\/|import\b).*$/gm, "");
    const wanted = code.match(/\bshow(?:Progress)?\(/g)?.length ?? 0;
    const found = cell.outputs?.filter(({ output_type }) =>
      output_type === "display_data"
    ).length ?? 0;
    return found >= wanted
      ? []
      : [`code cell ${index + 1} must show ${wanted} outputs but shows ${found}`];
  });
}
