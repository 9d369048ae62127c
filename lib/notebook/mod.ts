/**
 * Notebooks: what a cell shows and how training is watched and stopped in it, and how notebooks are
 * checked, executed and stored. The only room that knows Jupyter.
 *
 * @module
 */
export { checkNotebookCells } from "./check_notebook_cells.ts";
export type { DataTable } from "./data_table.ts";
export { executeNotebook, type ExecuteNotebookOptions } from "./execute_notebook.ts";
export { isQuick } from "./is_quick.ts";
export type { Showable } from "./mime_bundle.ts";
export {
  cellSource,
  type Notebook,
  type NotebookCell,
  type NotebookOutput,
  notebookText,
  readNotebook,
  writeNotebook,
} from "./notebook_file.ts";
export { renderNotebook, type RenderNotebookOptions } from "./render_notebook.ts";
export {
  type RepeatedNotebook,
  repeatNotebook,
  type RepeatNotebookOptions,
} from "./repeat_notebook.ts";
export { show, type ShowOptions } from "./show.ts";
export { type LiveTraining, showProgress, type ShowProgressOptions } from "./show_progress.ts";
export { setSource } from "./source_note.ts";
export { stopSignal } from "./stop_signal.ts";
