import { cellSource, type Notebook, type NotebookOutput } from "./notebook_file.ts";

/**
 * The code cells that show less than their source says, in words: a cell has to have an output for
 * each `show(` and `showProgress(` in it, and that of a training must be the one of its end. The kernel loses one now
 * and then.
 */
export function missingOutputs(notebook: Notebook): string[] {
  return notebook.cells.filter(({ cell_type }) => cell_type === "code").flatMap((cell, index) => {
    const code = cellSource(cell).replaceAll(/^\s*(?:\/\/|import\b).*$/gm, "");
    const wanted = code.match(/\bshow(?:Progress)?\(/g)?.length ?? 0;
    const found = cell.outputs?.filter((output) =>
      output.output_type === "display_data" && !isRunning(output)
    ).length ?? 0;
    return found >= wanted
      ? []
      : [`code cell ${index + 1} must show ${wanted} outputs but shows ${found}`];
  });
}

/** Whether an output is what `showProgress()` shows until the training ends: its last drawing was lost. */
function isRunning({ data }: NotebookOutput): boolean {
  return [data?.["text/html"] ?? ""].flat().join("").includes("<progress ");
}
