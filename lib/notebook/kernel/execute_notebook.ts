import { basename, dirname, join, resolve } from "node:path";
import { checkNotebookCells } from "./check_notebook_cells.ts";
import { missingOutputs } from "./missing_outputs.ts";
import { cellSource, type Notebook, readNotebook } from "./notebook_file.ts";
import { strayValues } from "./stray_values.ts";

/** Options of {@linkcode executeNotebook}. */
export interface ExecuteNotebookOptions {
  /** The Python that has nbclient, and the Deno kernel beside it. */
  python: string;
  /** Variables added to the environment of Jupyter and of the kernel. */
  environment?: Record<string, string>;
  /** Quick mode: the notebook's {@linkcode isQuick} is true. False by default. */
  quick?: boolean;
  /** How many times it is executed at most when outputs are lost; 3 by default. */
  attempts?: number;
  /** Ends the execution, its kernel and Jupyter's client. */
  signal?: AbortSignal;
}

/** What went wrong in a cell. */
interface CellFailure {
  /** Index among all cells. */
  cell?: number;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

/**
 * Executes a notebook from its first cell to its last, in a new Deno kernel that works in the
 * notebook's folder. The file stays as it is.
 *
 * @returns the notebook with its outputs.
 * @throws {Error} when a cell fails, with its source and error; when an output is missing each time;
 *   when a cell shows something without `show()`; when the signal ends it.
 */
export async function executeNotebook(
  path: string,
  options: ExecuteNotebookOptions,
): Promise<Notebook> {
  const { attempts = 3 } = options;
  let missing: string[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const notebook = await executeOnce(path, options);
    const stray = strayValues(notebook);
    if (stray.length > 0) throw new Error(`Cannot execute ${basename(path)}: ${stray.join("; ")}`);
    missing = missingOutputs(notebook);
    if (missing.length === 0) return notebook;
  }
  throw new Error(
    `Cannot execute ${basename(path)}: outputs were lost ${attempts} times; ${missing.join("; ")}`,
  );
}

async function executeOnce(path: string, options: ExecuteNotebookOptions): Promise<Notebook> {
  const notebook = await readNotebook(path);
  const result = await runPython(notebook, resolve(dirname(path)), options);
  if (options.signal?.aborted) throw new Error(`Cannot execute ${basename(path)}: it was ended`);
  if (result.notebook !== undefined) return result.notebook;
  throw new Error(await describeFailure(path, notebook, result.failure ?? {}));
}

async function runPython(
  notebook: Notebook,
  directory: string,
  { python, environment = {}, quick = false, signal }: ExecuteNotebookOptions,
): Promise<{ notebook?: Notebook; failure?: CellFailure }> {
  const program = join(import.meta.dirname!, "execute_notebook.py");
  const child = new Deno.Command(python, {
    args: ["-I", program, directory],
    env: { ...environment, ECG_QUICK: quick ? "1" : "" },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
    signal,
  }).spawn();
  const output = child.output();
  const input = child.stdin.getWriter();
  // A program that ends before it has read everything says why, not the pipe.
  await input.write(new TextEncoder().encode(JSON.stringify(notebook))).catch(() => {});
  await input.close().catch(() => {});
  const { code, stdout } = await output;
  if (code !== 0 && !signal?.aborted) {
    throw new Error(`Cannot execute a notebook: ${python} ended with code ${code}`);
  }
  return signal?.aborted ? {} : JSON.parse(new TextDecoder().decode(stdout));
}

/** The kernel does not report syntax errors, so the cells are checked for one. */
async function describeFailure(
  path: string,
  { cells }: Notebook,
  { cell = 0, ename = "Error", evalue = "", traceback = [] }: CellFailure,
): Promise<string> {
  const number = cells.slice(0, cell + 1).filter(({ cell_type }) => cell_type === "code").length;
  const reason = traceback.length > 0 ? traceback.join("\n") : await checkNotebookCells(path);
  return [
    `Cannot execute ${basename(path)}: code cell ${number} failed with ${ename}: ${evalue}`,
    cellSource(cells[cell]!).replaceAll(/^/gm, "    "),
    reason,
  ].filter((part) => part !== "").join("\n\n");
}
