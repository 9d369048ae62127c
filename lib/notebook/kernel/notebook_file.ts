import { readFile, rename, rm, writeFile } from "node:fs/promises";

/** A cell of a notebook, as far as we look into it. */
export interface NotebookCell {
  /** What the cell holds. */
  cell_type: "code" | "markdown" | "raw";
  /** Identifier of the cell, unique in the notebook. */
  id?: string;
  /** The text, or its lines with their ends. */
  source: string | string[];
  /** What programs keep about it. */
  metadata: Record<string, unknown>;
  /** Pictures in its Markdown: by their names, a form for each media type. */
  attachments?: Record<string, Record<string, unknown>>;
  /** Number of the execution; null before the first. */
  execution_count?: number | null;
  /** What the cell showed. */
  outputs?: NotebookOutput[];
}

/** An output of a code cell: a bundle of forms, text of a stream, or an error. */
export interface NotebookOutput {
  /** What kind of output it is. */
  output_type: "display_data" | "execute_result" | "stream" | "error";
  /** The forms of what is shown, by media type. */
  data?: Record<string, unknown>;
  /** Whatever else the output has. */
  [key: string]: unknown;
}

/** A notebook in Jupyter's format 4.5. */
export interface Notebook {
  /** The cells in their order. */
  cells: NotebookCell[];
  /** What programs keep about it. */
  metadata: Record<string, unknown>;
  /** Major version of the format. */
  nbformat: number;
  /** Minor version of the format. */
  nbformat_minor: number;
}

/**
 * Reads a notebook.
 *
 * @throws {Error} when the file is no notebook of format 4.
 */
export async function readNotebook(path: string): Promise<Notebook> {
  const text = await readFile(path, "utf8");
  let notebook: Notebook;
  try {
    notebook = JSON.parse(text);
  } catch (error) {
    throw new Error(`Cannot read notebook "${path}": it is not JSON (${(error as Error).message})`);
  }
  if (notebook.nbformat !== 4 || !Array.isArray(notebook.cells)) {
    throw new Error(
      `Cannot read notebook "${path}": its format must be 4 but is ${notebook.nbformat}`,
    );
  }
  return notebook;
}

/** Writes a notebook in the form of {@linkcode notebookText}, whole or not at all. */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await writeFile(temporary, notebookText(notebook));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The source of a cell as one text. */
export function cellSource({ source }: Pick<NotebookCell, "source">): string {
  return typeof source === "string" ? source : source.join("");
}

/**
 * The text of a notebook file: as Jupyter writes it (keys in order, one space a level, a newline at
 * the end), but without what differs from run to run or from machine to machine, and with the
 * numbers of a figure on one line.
 */
export function notebookText(notebook: Notebook): string {
  const text = JSON.stringify(cleanNotebook(notebook), inKeyOrder, 1);
  // Inside a JSON string there are no line breaks, so this meets arrays only.
  const number = "(?:-?\\d[\\d.eE+-]*|null)";
  const numbers = new RegExp(`\\[\\n\\s*${number}(?:,\\n\\s*${number})*\\n\\s*\\]`, "g");
  return text.replace(numbers, (array) => array.replace(/\s+/g, "").replaceAll(",", ", ")) + "\n";
}

function inKeyOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
}

/** Metadata of a cell that a person sets; all else is about one run or one screen. */
const keptCellMetadata = ["tags", "jupyter"];

function cleanNotebook(notebook: Notebook): Notebook {
  return {
    cells: notebook.cells.map(cleanCell),
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: {
        file_extension: ".ts",
        mimetype: "text/x.typescript",
        name: "typescript",
        pygments_lexer: "typescript",
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function cleanCell(cell: NotebookCell, index: number): NotebookCell {
  const { cell_type, id = `cell-${index + 1}`, metadata, execution_count = null, outputs = [] } =
    cell;
  const { attachments } = cell;
  const kept = Object.entries(metadata).filter(([key]) => keptCellMetadata.includes(key));
  const common = {
    cell_type,
    id,
    metadata: Object.fromEntries(kept),
    source: cellSource(cell).split(/(?<=\n)/).filter((line) => line !== ""),
  };
  if (cell_type === "code") return { ...common, execution_count, outputs };
  return attachments ? { ...common, attachments } : common;
}
