/**
 * Notebooks: what a cell shows and how training is watched and stopped in it, and how notebooks are
 * checked, executed and stored. The only room that knows Jupyter.
 *
 * @module
 */
export { checkNotebookCells } from "./kernel/check_notebook_cells.ts";
export type { DataTable } from "./cells/data_table.ts";
export { executeNotebook, type ExecuteNotebookOptions } from "./kernel/execute_notebook.ts";
export { help } from "./cells/help.ts";
export type { NotebookKernel } from "./kernel/notebook_kernel.ts";
export { isQuick } from "./cells/is_quick.ts";
export type { Showable } from "./cells/mime_bundle.ts";
export {
  cellSource,
  type Notebook,
  type NotebookCell,
  type NotebookOutput,
  notebookText,
  readNotebook,
  writeNotebook,
} from "./kernel/notebook_file.ts";
export { renderNotebook, type RenderNotebookOptions } from "./kernel/render_notebook.ts";
export {
  type RepeatedNotebook,
  repeatNotebook,
  type RepeatNotebookOptions,
} from "./kernel/repeat_notebook.ts";
export { show, type ShowOptions } from "./cells/show.ts";
export {
  type LiveTraining,
  showProgress,
  type ShowProgressOptions,
} from "./cells/show_progress.ts";
export { setSource } from "./cells/source_note.ts";
export { stopSignal } from "./cells/stop_signal.ts";
