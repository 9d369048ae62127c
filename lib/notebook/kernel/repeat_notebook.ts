import { executeNotebook, type ExecuteNotebookOptions } from "./execute_notebook.ts";

/** Options of {@linkcode repeatNotebook}. */
export interface RepeatNotebookOptions extends Omit<ExecuteNotebookOptions, "attempts"> {
  /** How often to execute it. */
  times: number;
}

/** The result of executing a notebook several times. */
export interface RepeatedNotebook {
  /** The outputs of all executions without a fault, together. */
  outputs: number;
  /** In which execution an output was lost or a cell failed, in words. */
  faults: string[];
}

/**
 * Executes a notebook several times, each time in a new kernel, to see whether an output is ever
 * lost. A lost output is counted and not tried again; the file stays as it is.
 */
export async function repeatNotebook(
  path: string,
  { times, ...options }: RepeatNotebookOptions,
): Promise<RepeatedNotebook> {
  const result: RepeatedNotebook = { outputs: 0, faults: [] };
  for (let time = 1; time <= times && !options.signal?.aborted; time++) {
    try {
      const { cells } = await executeNotebook(path, { ...options, attempts: 1 });
      result.outputs += cells.flatMap(({ outputs = [] }) => outputs).length;
    } catch (error) {
      result.faults.push(`execution ${time} of ${times}: ${(error as Error).message}`);
    }
  }
  return result;
}
