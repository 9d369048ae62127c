/** What a value is shown as: one form for each media type; readers take the richest they know. */
export type MimeBundle = Record<string, string | object>;

/** The part of the Deno kernel of Jupyter that we use; tests put a stand-in here. */
export interface NotebookKernel {
  /** Sends a message to everything that shows the notebook. */
  broadcast(
    type: "display_data" | "update_display_data",
    content: Record<string, unknown>,
  ): Promise<void>;
}

/** The kernel that this code runs in, or undefined when it runs in a terminal. */
export function notebookKernel(): NotebookKernel | undefined {
  try {
    return Deno.jupyter;
  } catch {
    // Deno throws where there is no kernel.
    return undefined;
  }
}

/** Options of {@linkcode displayBundle}. */
export interface DisplayBundleOptions {
  /** About the forms of the bundle, for instance the size of a picture. */
  metadata?: Record<string, object>;
  /** A name by which the output can be replaced later. */
  id?: string;
  /** Replace the output of that name instead of adding one. */
  update?: boolean;
}

/** Shows a bundle under the cell that runs. */
export async function displayBundle(
  kernel: NotebookKernel,
  data: MimeBundle,
  options: DisplayBundleOptions = {},
): Promise<void> {
  const { metadata = {}, id, update = false } = options;
  const transient = id === undefined ? {} : { display_id: id };
  await kernel.broadcast(update ? "update_display_data" : "display_data", {
    data,
    metadata,
    transient,
  });
}

/**
 * Waits until what was displayed has left the kernel. A message that comes after the cell has ended
 * is lost or lands under the next cell; with this pause none of 60 did.
 */
export function outputPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}
