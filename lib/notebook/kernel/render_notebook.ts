import { basename } from "node:path";

/** Options of {@linkcode renderNotebook}. */
export interface RenderNotebookOptions {
  /** The Python that has nbconvert. */
  python: string;
  /** Variables added to its environment. */
  environment?: Record<string, string>;
}

/**
 * Writes a notebook as an HTML page beside it, with its stored outputs.
 *
 * @throws {Error} when nbconvert fails.
 */
export async function renderNotebook(path: string, options: RenderNotebookOptions): Promise<void> {
  const { python, environment = {} } = options;
  const { success, stderr } = await new Deno.Command(python, {
    args: ["-I", "-m", "nbconvert", "--log-level=ERROR", "--to=html", path],
    env: environment,
  }).output();
  if (success) return;
  throw new Error(`Cannot render ${basename(path)}: ${new TextDecoder().decode(stderr).trim()}`);
}
