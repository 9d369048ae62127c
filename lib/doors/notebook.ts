/**
 * Notebooks: what a cell shows, and trainings that are watched and stopped in it.
 *
 * @module
 */

// Showing.
export {
  type DataTable,
  help,
  setSource,
  show,
  type Showable,
  type ShowOptions,
} from "lib/notebook/mod.ts";

// Watching and stopping.
export {
  isQuick,
  type LiveTraining,
  type NotebookKernel,
  showProgress,
  type ShowProgressOptions,
  stopSignal,
} from "lib/notebook/mod.ts";
