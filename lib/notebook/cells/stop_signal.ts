import { notebookKernel } from "../kernel/notebook_kernel.ts";

let controller = new AbortController();
let listening = false;

/**
 * A signal that is aborted when the reader presses JupyterLab's stop button (or Ctrl-C in a
 * terminal). Work that checks it can end cleanly, and the kernel goes on; without it the button
 * ends the kernel.
 *
 * The work has to give the event loop a turn now and then, for instance by
 * `await new Promise((resolve) => setTimeout(resolve, 0))`: a loop that never waits does not receive the
 * signal. In a terminal a second Ctrl-C ends the program at once.
 */
export function stopSignal(): AbortSignal {
  if (controller.signal.aborted) controller = new AbortController();
  if (!listening) Deno.addSignalListener("SIGINT", stop);
  listening = true;
  return controller.signal;
}

function stop(): void {
  controller.abort();
  // In a notebook we keep listening: a second press would end the kernel with all it holds.
  if (notebookKernel() !== undefined) return;
  Deno.removeSignalListener("SIGINT", stop);
  listening = false;
}
