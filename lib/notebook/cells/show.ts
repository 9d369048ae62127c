import type { DataSource } from "lib/beats/mod.ts";
import { mimeBundle, plainText, type Showable } from "./mime_bundle.ts";
import {
  displayBundle,
  type NotebookKernel,
  notebookKernel,
  outputPause,
} from "../kernel/notebook_kernel.ts";
import { sourceNote } from "./source_note.ts";

/** Options of {@linkcode show}. */
export interface ShowOptions {
  /** Where the data comes from, when not from what {@linkcode setSource} was told. */
  source?: DataSource;
  /** Rows of a table to show at most; 20 by default. */
  rows?: number;
  /** The kernel to show it in; the one that runs the cell by default. */
  kernel?: NotebookKernel;
}

/**
 * Shows a figure, a table or Markdown text under the cell: `await show(figure)`. A table is an array
 * of rows (`[{ record: "100", beats: 2273 }, ...]`) or a danfojs DataFrame. Cells always use it,
 * because the value of a cell's last line may arrive too late and be lost. In a terminal the value
 * is printed as text.
 */
export async function show(value: Showable, options: ShowOptions = {}): Promise<void> {
  const { source, rows, kernel = notebookKernel() } = options;
  const note = sourceNote(source);
  if (kernel === undefined) {
    console.log(plainText(value, { note, rows }));
    return;
  }
  const { data, metadata } = await mimeBundle(value, { note, rows });
  await displayBundle(kernel, data, { metadata });
  await outputPause();
}
