import { rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cellSource, readNotebook } from "./notebook_file.ts";

/**
 * Checks the syntax and the types of the code cells of notebooks, which the kernel does not check: `deno check` reads
 * those of a notebook as one module beside it. Several notebooks take little longer than one.
 *
 * @param paths of notebooks in one folder.
 * @returns what is wrong, with notebook, cell and line; "" when all is well.
 */
export async function checkNotebookCells(...paths: string[]): Promise<string> {
  const modules = await Promise.all(paths.map(async (path): Promise<CellsModule> => {
    const { cells } = await readNotebook(path);
    const sources = cells.filter(({ cell_type }) => cell_type === "code").map(cellSource);
    return { path, sources, name: `.${basename(path, ".ipynb")}_${crypto.randomUUID()}.ts` };
  }));
  const folder = dirname(paths[0]!);
  try {
    for (const { name, sources } of modules) {
      // Without an import or export a file is not a module, and `await` at its top level is an error.
      await writeFile(join(folder, name), [...sources, "export {};"].join("\n") + "\n");
    }
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--quiet", ...modules.map(({ name }) => name)],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    return success ? "" : modules.reduce(namePlaces, new TextDecoder().decode(stderr)).trim();
  } finally {
    for (const { name } of modules) await rm(join(folder, name), { force: true });
  }
}

/** The code cells of a notebook as one module. */
interface CellsModule {
  path: string;
  /** Its file, beside the notebook. */
  name: string;
  sources: string[];
}

/** Replaces a module's lines in Deno's messages by cells and their lines. */
function namePlaces(text: string, { name, path, sources }: CellsModule): string {
  const lines = sources.flatMap((source, cell) =>
    source.split("\n").map((_, line) => `code cell ${cell + 1}, line ${line + 1}`)
  );
  const place = new RegExp(`(?:file:\\S*)?${name.replaceAll(".", "\\.")}:(\\d+)(?::\\d+)?`, "g");
  return text.replaceAll(
    place,
    (_, line) => `${basename(path)}, ${lines[Number(line) - 1] ?? "end"}`,
  );
}
