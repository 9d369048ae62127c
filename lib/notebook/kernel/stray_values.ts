import type { Notebook } from "./notebook_file.ts";

/**
 * The code cells that show the value of their last statement, in words. It may arrive too late and
 * be lost; a notebook uses `await show(value)` instead. Loops have a value too.
 */
export function strayValues(notebook: Notebook): string[] {
  return notebook.cells.filter(({ cell_type }) => cell_type === "code").flatMap((cell, index) =>
    cell.outputs?.some(({ output_type }) => output_type === "execute_result")
      ? [
        `code cell ${
          index + 1
        } shows the value of its last statement: use show() or end with "void 0;"`,
      ]
      : []
  );
}
