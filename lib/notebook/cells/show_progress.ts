import type { DataSource } from "lib/beats/mod.ts";
import { trainingProgressFigure } from "lib/figures/mod.ts";
import type { TrainingEvent } from "lib/training/mod.ts";
import { mimeBundle } from "./mime_bundle.ts";
import { createProgressHtml } from "./progress_html.ts";
import {
  displayBundle,
  type NotebookKernel,
  notebookKernel,
  outputPause,
} from "../kernel/notebook_kernel.ts";
import { sourceNote } from "./source_note.ts";
import { stopSignal } from "./stop_signal.ts";
import { nextState, type TrainingState } from "./training_state.ts";
import { type TrainingStatus, trainingWords } from "./training_words.ts";

/** The options of a training by which it is watched and stopped; pass them to `trainModel`. */
export interface LiveTraining {
  /** Called with batches and epochs. */
  onEvent: (event: TrainingEvent) => void;
  /** Is aborted by the stop button; see {@linkcode stopSignal}. */
  signal: AbortSignal;
}

/** Options of {@linkcode showProgress}. */
export interface ShowProgressOptions {
  /** Where the data comes from, when not from what {@linkcode setSource} was told. */
  source?: DataSource;
  /** Milliseconds between two drawings; 500 by default. */
  interval?: number;
  /** The kernel to show it in; the one that runs the cell by default. */
  kernel?: NotebookKernel;
}

/**
 * Shows a training while it runs: epoch, batch, loss, accuracy, validation, the time left and
 * curves that grow, redrawn in place. JupyterLab's stop button ends the training after its current
 * batch. In a terminal each epoch is a line.
 *
 * In a cell: `const history = await showProgress((live) => trainModel(model, { train, validation,
 * ...live }));`
 *
 * @returns what `train` returns.
 */
export async function showProgress<Result>(
  train: (live: LiveTraining) => Promise<Result>,
  options: ShowProgressOptions = {},
): Promise<Result> {
  const { interval = 500, kernel = notebookKernel() } = options;
  const draw = kernel === undefined
    ? printInTerminal()
    : drawInNotebook(kernel, sourceNote(options.source));
  const signal = stopSignal();
  let state: TrainingState = { done: 0, epochs: 1, points: [], records: [] };
  let drawing = draw(state, "running");
  let drawn = -Infinity;
  const onEvent = (event: TrainingEvent) => {
    const time = performance.now();
    state = nextState(state, event, time);
    if (event.type === "batch" && time - drawn < interval) return;
    drawn = time;
    const seen = state;
    drawing = drawing.then(() => draw(seen, "running"));
  };
  let status: TrainingStatus = "failed";
  try {
    const result = await train({ onEvent, signal });
    status = signal.aborted ? "stopped" : "finished";
    return result;
  } finally {
    await drawing;
    await draw(state, status);
  }
}

type DrawProgress = (state: TrainingState, status: TrainingStatus) => Promise<void>;

/**
 * As HTML while it runs, because JupyterLab redraws HTML in place; as a figure at the end.
 */
function drawInNotebook(kernel: NotebookKernel, note: string | undefined): DrawProgress {
  const id = crypto.randomUUID();
  const html = createProgressHtml(note);
  let update = false;
  return async (state, status) => {
    const words = trainingWords(state, status, performance.now());
    const { data, metadata } = status === "running"
      ? { data: { "text/html": await html(state, words), "text/plain": words.title }, metadata: {} }
      : await mimeBundle(trainingProgressFigure(state, words), { note });
    await displayBundle(kernel, data, { metadata, id, update });
    update = true;
    if (status !== "running") await outputPause();
  };
}

/** One line for each epoch, and one for how the training ended. */
function printInTerminal(): DrawProgress {
  let epochs = 0;
  return (state, status) => {
    const { title, lines } = trainingWords(state, status, performance.now());
    if (status !== "running" || state.records.length > epochs) {
      console.log([title, ...lines].join("; "));
    }
    epochs = state.records.length;
    return Promise.resolve();
  };
}
